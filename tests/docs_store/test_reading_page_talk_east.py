"""What pages in Chinese say of themselves, and sentences of articles that are like it and are none of that."""

from __future__ import annotations

import pytest

from docs_store.reading.boilerplate import furniture


@pytest.mark.parametrize(
    "line",
    [
        "【打印本页】【关闭窗口】",
        "打印 关闭",
        "字号",
        "加载更多",
        "当前位置： 首页 >> 港务新闻 >> 正文",
        "（原标题：港口九盏灯重新点亮）",
        "（原题为《灯亮了》）",
        "本文原标题：《港口九盏灯重新点亮......》",
        "编辑 王小明 校对 李兰",
        "责任编辑：",
        "返回潮汐网首页>>",
        "点击进入专题：",
        "扫一扫在手机打开当前页",
        "扫描下方二维码解锁更多港务消息",
        "安装潮汐客户端第一时间接收最全面的港务资讯→【下载地址】",
        "潮汐新闻报料：4000-20-4000 潮汐新闻，未经授权不得转载",
        "【免责声明】本文仅代表作者本人观点，与潮汐网无关。",
        "(本文来自潮汐新闻，更多原创资讯请下载“潮汐新闻”APP)",
        "为你推荐",
        "滚动播报最新的港务资讯，更多福利扫描二维码关注（tideway）",
        "港口九盏灯重新点亮了……评论 147 赞 12",
        "潮汐网微信公众号",
    ],
)
def test_what_a_page_says_is_told_from_its_text(line: str) -> None:
    assert furniture(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "港务局局长王小明说，灯塔的灯在十一个星期后重新点亮。",
        "他关闭了窗口，打印了三页名单，然后回到了码头。",
        "记者在现场看到，乘客用手机扫描二维码后登船，全程不到一分钟。",
        "编辑部的灯一直亮到天明。",
        "港务局发表声明称，两艘船在沙洲搁浅，没有人受伤。",
        "她的位置在港口的东边。",
        "原来标题党也怕黑。",
        "法院判决，被告不得转载该文章，并须赔偿原告五万元。",
        "发言人说，这番话仅代表个人观点，与港务局无关。",
        "打开手机APP，乘客就能查到渡轮到站的时间。",
        "网友爆料：渡轮的锅炉早在去年就已损坏。",
        "免责声明不能成为港务局逃避责任的理由。",
        "关注他的微博的人已超过百万。",
        "Registration is free, and the race begins at nine at the pier.",
    ],
)
def test_sentences_of_an_article_stay(line: str) -> None:
    assert furniture(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Navigation überspringen",
        "← How the ferry came back",
        "The last lamp →",
        "Original Print Headline: More lamps",
        "Für Links auf dieser Seite erhält TIDE ggf. eine Provision vom Händler.",
        "Get reporter alerts",
        "#1 Kommentar von Naru-Anna",
        "Weiterführende Links:",
        "Previous Next",
    ],
)
def test_buttons_between_posts_and_offers_are_no_text(line: str) -> None:
    assert furniture(line) is not None
