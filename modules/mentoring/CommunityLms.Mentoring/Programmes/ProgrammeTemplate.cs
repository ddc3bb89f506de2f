namespace CommunityLms.Mentoring.Programmes;

/// <summary>A ready set of stages and activities to begin with. Names are the institutes' own words, which are Chinese in the programmes they come from.</summary>
/// <param name="Name">What it is called (English, the key of its translations).</param>
internal sealed record ProgrammeTemplate(string Key, string Name, IReadOnlyList<string> Stages, IReadOnlyList<ActivityPlan> Activities)
{
    /// <summary>The city's one-year programme: three ones, mutual lesson visits, open lessons (P7, and usual quotas of a one-year term).</summary>
    public static readonly ProgrammeTemplate City = new("city", "A city’s year of pairing urban and rural teachers", ["磨合", "跟进", "提高", "总结"],
    [
        new("互听课", ActivityKind.LessonHeard, 14),
        new("公开课", ActivityKind.LessonShown, 2, Side.Trainee),
        new("示范课", ActivityKind.LessonShown, 2, Side.Mentor),
        new("论文", ActivityKind.Paper, 1, MinimumCharacters: 2000),
        new("推荐好书", ActivityKind.Book, 1),
        new("下乡指导", ActivityKind.Visit, 2, Side.Mentor),
    ]);

    /// <summary>New and experienced teachers of one school (P1).</summary>
    public static readonly ProgrammeTemplate School = new("school", "Old brings new, within a school", ["适应", "站稳"],
    [
        new("互听课", ActivityKind.LessonHeard, 8),
        new("汇报课", ActivityKind.LessonShown, 1, Side.Trainee),
        new("读书笔记", ActivityKind.ReadingNotes, 2, Side.Trainee, MinimumCharacters: 5000),
        new("论文", ActivityKind.Paper, 1, Side.Trainee, MinimumCharacters: 2000),
    ]);

    /// <summary>Small-scale research instead of the first three ones (P7).</summary>
    public static readonly ProgrammeTemplate Research = new("research", "Small-scale research of a pair", ["找问题", "研究", "展示"],
    [
        new("教学问题", ActivityKind.Research, 1, Side.Trainee, MinimumCharacters: 500),
        new("教学设计研讨", ActivityKind.Other, 4),
        new("听课、示范、交流", ActivityKind.Visit, 1, Side.Mentor),
        new("互听课", ActivityKind.LessonHeard, 6),
    ]);

    public static readonly IReadOnlyList<ProgrammeTemplate> All = [City, School, Research];

    public static ProgrammeTemplate Of(string key) => All.FirstOrDefault(t => t.Key == key) ?? City;

    /// <summary>Its stages, of equal length.</summary>
    public IReadOnlyList<StagePlan> StagesWithin(DateOnly from, DateOnly to)
    {
        var days = Math.Max(to.DayNumber - from.DayNumber + 1, Stages.Count);
        return [.. Stages.Select((name, i) => new StagePlan(name, from.AddDays(days * i / Stages.Count), i == Stages.Count - 1 ? to : from.AddDays((days * (i + 1) / Stages.Count) - 1)))];
    }
}
