namespace CommunityLms.Institutes.Sample;

/// <summary>The five subjects that have a section, each with the letter that stands for it in the tables of schools.</summary>
internal static class SampleSubjects
{
    private static readonly (char Letter, SampleSubject Subject)[] Table =
    [
        ('C', new("CHI", "语文", "Chinese")),
        ('M', new("MAT", "数学", "Mathematics")),
        ('E', new("ENG", "英语", "English")),
        ('S', new("SCI", "科学", "Science")),
        ('D', new("MOR", "品德", "Moral Education")), // D for 德
    ];

    public static IReadOnlyList<SampleSubject> Of(string letters) =>
        [.. letters.Select(letter => Table.Single(row => row.Letter == letter).Subject)];
}
