/** The filler's first screen is the form that is due first, with the cursor in the next cell. */
import { Navigate } from '@tanstack/react-router';

export const FirstScreen = () => <Navigate to="/collect" replace />;
