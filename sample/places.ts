/**
 * 清江市 of 澜江省: invented places with codes in the form of GB/T 2260 that no real place has. Money is the anchor of
 * everything else: 一般公共预算教育支出 in hundreds of yuan (0.01 万元), this year and last, adding up to the prefecture's.
 */
export const PREFECTURE = { code: '881200', name: '清江市', province: '澜江省' } as const;

export interface Place {
  readonly code: string;
  readonly name: string;
  /** 区 are urban; 县 and the 县级市 have towns and villages. */
  readonly urban: boolean;
  /** Hundreds of yuan: [2025 执行数, 2024 决算数]. */
  readonly spent: readonly [number, number];
  readonly townships: number;
  /** Syllables for the names of its schools. */
  readonly towns: readonly string[];
}

const place = (
  code: string,
  name: string,
  spent: readonly [number, number],
  townships: number,
  towns: string,
): Place => ({
  code,
  name,
  urban: name.endsWith('区'),
  spent,
  townships,
  towns: towns.split(' '),
});

/** In 行政区划 order. */
export const COUNTIES: readonly Place[] = [
  place(
    '881202',
    '望川区',
    [11274891, 10691154],
    12,
    '望江 川南 东湖 白塔 青羊 临河 石桥 西门 北塔 新民 花园 长堤 和平 柳林 桂园',
  ),
  place('881203', '锦湖区', [6809374, 6477715], 9, '锦绣 南湖 芙蓉 梅园 沿河 滨湖 龙津 朝阳 双塔 开元 文昌 沙湾'),
  place('881204', '沐源区', [4721638, 4512077], 8, '沐溪 源头 桃园 竹园 马坊 金沙 玉泉 平桥 松园 瓦窑'),
  place(
    '881221',
    '云屏县',
    [11020516, 10531872],
    22,
    '云岭 屏山 大坝 桐梓 马鞍 高坪 清溪 两河 龙潭 仙女 茶园 木林 黄泥 三合 永兴 鱼塘 杉树 半坡',
  ),
  place('881222', '石渡县', [3341827, 3187640], 13, '石门 渡口 大田 岩脚 花石 青冈 官舟 沙坝 甘溪 板桥 长坪'),
  place('881223', '松坪县', [2976452, 2831566], 12, '松林 坪上 冷水 中坝 河口 羊场 梨园 太平 新场 蒲草'),
  place('881224', '竹岭县', [2689341, 2571208], 11, '竹坝 岭脚 枫香 土坪 水口 桐木 天门 回龙 响水 牛场'),
  place('881225', '白渡县', [3120766, 2970235], 13, '白沙 渡头 乐居 合心 芦坝 泉口 煎茶 沙溪 文家 杨柳 火石'),
  place('881226', '青栎县', [3054893, 2913852], 12, '青山 栎林 凤仪 万安 明溪 大路 长岭 双江 鹿角 宽坪'),
  place('881227', '丰禾县', [3647218, 3483691], 14, '丰乐 禾田 谷坪 新寨 大堰 平安 万顷 仓坪 梁家 红旗 五里 麦地'),
  place('881228', '平澜县', [2783507, 2654930], 11, '平溪 澜湾 中和 高桥 盐井 古渡 柏杨 石龙 福田 下坝'),
  place('881229', '南硚县', [3261459, 3112084], 13, '南山 硚头 玉屏 老街 塘边 观音 楠木 铜鼓 金竹 马蹄 大湾'),
  place('881230', '乌亭县', [2591884, 2470944], 11, '乌江 亭子 沿岸 洪渡 后坪 黑水 思渠 淇滩 崖口 泥溪'),
  place('881231', '鹿鸣县', [3727312, 3800552], 14, '鹿坪 鸣凤 草坝 红岩 白云 麻地 落水 石缸 三桥 苦竹 大寨 甘田'),
  place(
    '881281',
    '澄安市',
    [9320182, 8870450],
    18,
    '澄江 安阳 城关 东岳 南门 西山 北街 大河 双流 永安 长乐 兴隆 茅坝 枫林 石牛 丁家',
  ),
];

/** Counted in its host's statistics; its money lies with the prefecture's own level. */
export const ZONE = {
  code: '881271',
  name: '清江经济技术开发区',
  host: '881203',
  schools: 12,
  spent: [681240, 652118] as const,
} as const;

/** 市本级, with the zone inside. */
export const OWN_SPENT: readonly [number, number] = [12080635, 11771056];
