"""Japanese; kanji fold to simplified Chinese forms, as everywhere."""

from __future__ import annotations

from ingest.core.mentions.languages.words import Language

LANGUAGE = Language(
    code="ja",
    space=(
        "宇宙", "飛行士", "探査機", "探査車", "打ち上げ", "有人飛行", "シャトル", "船外活動",
        "月面", "軌道", "ドッキング", "帰還", "スペースx", "小惑星", "火星", "着水",
    ),
    setting=("ロケット", "衛星", "望遠鏡", "着陸", "惑星", "彗星", "月"),
    elsewhere=(
        "映画", "アルバム", "歌手", "競走馬", "馬", "小説", "劇場", "俳優", "アニメ", "ゲーム",
        "新幹線", "特急", "サッカー",
        "消防隊", "女神", "神話", "ホテル", "居酒屋", "飲食店", "チョコレート", "選手",
        "打ち上げ花火", "打ち上げイベント", "打ち上げパーティー",
    ),
    astronaut=("宇宙飛行士", "飛行士", "船長", "宇宙旅行者", "飛行技術者"),
    crew=("クルー", "乗組員", "搭乗員", "飛行士", "宇宙飛行士", "メンバー"),
    roles={
        "船長": "commander", "コマンダー": "commander", "司令官": "commander",
        "フライトエンジニア": "flight-engineer", "操縦士": "pilot", "パイロット": "pilot",
        "搭乗運用技術者": "mission-specialist", "ミッションスペシャリスト": "mission-specialist",
        "搭乗科学技術者": "payload-specialist",
    },
    officials=("長官", "理事長", "ディレクタ", "教授", "社長", "局長"),
    rockets=("ロケット",),
    programme=("計画", "プログラム"),
    generic_station=("宇宙ステーション",),
    flying=(
        "打ち上げ", "打上げ", "着水", "帰還", "カプセル", "ドッキング", "発射", "離脱", "墜落",
    ),
    chinese_station=("中国宇宙ステーション", "中国の宇宙ステーション"),
)  # fmt: skip
