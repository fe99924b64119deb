/**
 * Pairs of Han that any article of a paper may have: function words, and the phrases that reports are built of. Two texts that share them need
 * have nothing to do with each other, and a page has too few articles to show it.
 */
import { foldHan } from './fold-han.ts';

const WORDS =
  '一个 这个 那个 我们 他们 她们 你们 自己 大家 这些 那些 这样 这里 那里 什么 怎么 没有 不是 就是 还是 也是 都是 但是 可是 因为 所以 如果 虽然 而且 ' +
  '并且 以及 或者 对于 关于 由于 根据 按照 通过 经过 随着 为了 作为 成为 以来 以后 以前 之后 之前 之间 之一 其中 其他 同时 此外 另外 目前 现在 如今 今年 ' +
  '去年 明年 今天 昨天 昨日 今日 近日 日前 当天 当日 当前 近年来 多年来 截至 已经 正在 将在 可以 能够 应该 需要 必须 不能 不会 一些 许多 很多 不少 ' +
  '多个 这一 一次 一种 一定 一起 一直 一样 主要 重要 重点 全部 全面 全国 全省 全市 全区 全县 全年 我国 我省 我市 我区 我县 各地 各级 各部门 有关部门 ' +
  '相关 有关 负责人 负责同志 代表 领导 同志 书记 主任 市长 市委 市政府 省委 党委 政府 人民 群众 群众生活 市民 居民 村民 老百姓 干部 党员 职工 工作人员 ' +
  '记者 通讯员 报道 本报讯 新华社 表示 介绍 指出 强调 要求 认为 提出 告诉 了解 获悉 据悉 据了解 据介绍 据统计 数据显示 看到 来到 走进 参加 出席 主持 ' +
  '召开 举行 会议 座谈会 推进会 讲话 活动 工作 建设 发展 推进 推动 促进 加强 加快 加大 提高 提升 增强 完善 建立 健全 实施 落实 开展 进行 组织 实现 ' +
  '形成 坚持 深入 贯彻 学习 精神 思想 社会主义 新时代 高质量 现代化 问题 措施 政策 制度 机制 水平 能力 作用 基础 条件 方面 情况 过程 结果 时间 地方 ' +
  '目标 任务 责任 力度 步伐 有效 切实 进一步 下一步 不断 努力 积极 认真 充分 继续 确保 优化 打造 构建 聚焦 围绕 突出 强化 扎实 稳步 有序 有力 支撑 ' +
  '导向 各项 合力 到位 成效 取得 明显 同比增长 达到 超过 完成 投入 投资 亿元 万元 万人 万人次 平方米 公里 左右 以上 以下 第一 第二 第三 上午 下午 晚上 ' +
  '月底 年底 年前 季度 百分点 前列 最后 开始 结束 部署 安排 调研 慰问 看望 现场 一线 基层 解决 解决实际问题 难题 反映 派出 实惠 变化 带来 带动 得到 受益 ' +
  '感慨 高兴 心里 踏实 一边 以前 过去 从前 每年 每天 每周 处处 启动 启用 建成 投用 签订 合作 共同 协议 出台 意见 实施意见 方案 办法 先后 获得 荣誉 ' +
  '经验 推广 称号 授予 关心 支持 帮助 配合 密切 政治 提高站位 担当 统筹 抓好 抓紧 做好 搞好 事关 民生 重大 意义 具有 存在 发生 出现 所有 任何 非常 ' +
  '十分 更加 更多 越来越 特别 尤其 包括 例如 比如 属于 位于 名为 称为 当时 后来 于是 然后 直到 不过 然而 却是 并不 不仅 只有 只是 只要 而是 的人 的是 ' +
  '中的 上的 是一 了一 在一 有一 和一 年的 月的 日的 个月 一年 两年 三年 几年 年代 日至 月至';

const pairs = new Set<string>();
for (const word of foldHan(WORDS).split(' ')) {
  const glyphs = [...word];
  for (let i = 0; i + 1 < glyphs.length; i++) pairs.add(glyphs[i]! + glyphs[i + 1]!);
}

/** True for a pair of Han, folded, that says nothing of what a text is about. */
export const isCommonPair = (pair: string): boolean => pair.length === 2 && pairs.has(pair);
