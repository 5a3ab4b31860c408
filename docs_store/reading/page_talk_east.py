"""What the machinery of pages in Chinese says: buttons, codes to scan, apps, rights, who saw to the page.

Whole lines, as in `page_talk`: each rule begins or ends with words that no sentence of an article does.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 320
"""Code points of a disclaimer."""
_EDITORS: Final = "责任编辑|責任編輯|责编|编辑|編輯|编审|校对|審校|审校|审核|监制|值班编委|流程编辑|实习编辑|新媒体编辑"
_CONTROL = re.compile(
    rf"""(?x)[\s【\[(（]*(?:
    (?:[【\[(（]?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|此页)?|返回(?:顶部|列表|上页)|收藏(?:本文)?|纠错|字号|字体|加载更多|查看更多
      |点击加载更多|展开(?:全文|剩余.{{1,8}})?|收起|关注|已关注|\+关注|点赞|举报|侵权投诉|我要评论|分享|已收藏|[大中小])[】\])）]?[\s|｜/·,，!！]*){{1,8}}
    |(?:您?(?:现在|当前)?的?(?:所在)?位置|当前位置|现在位置)\s?[:：].{{0,120}}
    |返回.{{0,8}}(?:首页|主页)\W*
    |点击(?:进入专题|查看(?:更多|原文|全文|详情)|阅读原文)\W*.{{0,20}}
    |(?:本文)?原(?:标题|標題|题|題)(?:为|為)?\s?[:：《].{{2,120}}
    |(?:(?:{_EDITORS})[\s:：|/丨]{{1,2}}(?:[\u4e00-\u9fff]{{2,4}}(?:[、\s]+[\u4e00-\u9fff]{{2,4}})?)?[\s,，;；|]*){{1,6}}
    |您可通过.{{2,60}}查看.{{0,20}}收藏.{{0,12}}|感谢您的反馈.{{0,40}}
    |评论\s?\d+|.{{0,80}}评论\s?\d+\s?赞\s?\d+
    |[\u4e00-\u9fff]{{2,6}}(?:微信|微博)?(?:公众号|订阅号|客户端|官方微信|官方微博|APP|App)
    )[\s】\])）]*"""
)
_PLEA = re.compile(
    r"""(?x)[\s【\[(（*＊]*(?:
    (?:欢迎|请|请您|更多.{0,12}[,，！!])?(?:使?用)?(?:手机|微信|浏览器)?(?:扫一扫|扫描|扫码|长按|识别).{0,20}(?:二维码|微信|公众号|客户端|APP|App|关注|打开当前页|下载)[^。]{0,50}
    |扫一扫(?:\s?关注我)?
    |.{0,60}(?:扫描(?:下方|左方|右方|上方|文末)二维码|扫描二维码关注).{0,60}
    |(?:欢迎)?关注[^。]{1,24}(?:公众号|微信号|官方微信|官方微博|微博)\W*[^。]{0,30}
    |微信号\s?[:：].{3,40}
    |(?:安装|下载|打开)[^。]{0,14}(?:客户端|APP|App)[^。]{0,40}
    |.{0,50}(?:未经|未經).{0,16}(?:不得|禁止|请勿|谢绝|严禁).{0,14}(?:转载|轉載|复制|摘编|镜像).{0,90}
    |.{0,50}(?:请勿|谢绝|严禁|禁止)(?:转载|轉載|复制|摘编|镜像)[。！!]?
    |(?:免责声明|版权声明|特别声明)(?:[】\])）:：].{0,260})?
    |(?:郑重)?(?:声明|聲明)\s?[:：].{0,120}(?:仅供参考|投资建议|立场).{0,160}
    |.{0,120}(?:仅代表|不代表)(?:作者|该机构|发布者|本站|本网|本平台)(?:本人|个人)?的?(?:观点|意见|立场).{0,160}
    |本文来自.{2,20}[,，].{0,40}(?:下载|APP|App|关注).{0,40}
    |.{2,10}(?:报料|爆料)\s?[:：]\s?[\da-zA-Z@.+()-]{5,30}(?:\s.{0,30})?
    |(?:违法和)?不良信息举报.{0,90}
    )[\s】\])）]*"""
)


def is_eastern_control(line: str) -> bool:
    """Tell whether a line is a button, where the page stands on its site, another title, or who saw to the page."""
    return not line.isascii() and len(line) <= _LONGEST and _CONTROL.fullmatch(line) is not None


def is_eastern_plea(line: str) -> bool:
    """Tell whether a line wants its reader to scan, to follow or to install, or says whose the text is."""
    return not line.isascii() and len(line) <= _LONGEST and _PLEA.fullmatch(line) is not None
