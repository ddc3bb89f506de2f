namespace CommunityLms.Institutes.Subjects;

/// <summary>The subjects of the national curriculum plan for compulsory education (2022) and those that secondary schools teach apart.</summary>
internal static class UsualSubjects
{
    public static readonly IReadOnlyList<SubjectDetails> All =
    [
        new("CHI", "语文", "Chinese"),
        new("MAT", "数学", "Mathematics"),
        new("ENG", "英语", "English"),
        new("MOR", "道德与法治", "Moral Education and Law"),
        new("SCI", "科学", "Science"),
        new("PHY", "物理", "Physics"),
        new("CHE", "化学", "Chemistry"),
        new("BIO", "生物学", "Biology"),
        new("HIS", "历史", "History"),
        new("GEO", "地理", "Geography"),
        new("PE", "体育与健康", "Physical Education and Health"),
        new("MUS", "音乐", "Music"),
        new("ART", "美术", "Fine Arts"),
        new("IT", "信息科技", "Information Technology"),
        new("LAB", "劳动", "Labour"),
        new("INT", "综合实践活动", "Integrated Practice"),
    ];
}
