using CommunityLms.Kernel.Domain;

namespace CommunityLms.Samples.Noticeboard.Notices;

/// <summary>One notice on the institute's board.</summary>
internal sealed class Notice : Aggregate
{
    public const int TitleLength = 120;
    public const int TextLength = 4000;

    /// <param name="title">What it is about.</param>
    /// <param name="text">What it says, in Markdown (CommonMark 0.31).</param>
    /// <param name="postedBy">The name of whoever put it up.</param>
    /// <exception cref="RuleBroken">Title or text is empty or too long.</exception>
    public Notice(string title, string text, string postedBy, DateTime postedAt)
    {
        Ensure(title.Trim() is { Length: > 0 and <= TitleLength }, NoticeRules.TitleFits, TitleLength);
        Ensure(text.Trim() is { Length: > 0 and <= TextLength }, NoticeRules.TextFits, TextLength);
        (Title, Text, PostedBy, PostedAt) = (title.Trim(), text.Trim(), postedBy, postedAt);
    }

    public string Title { get; private set; }

    public string Text { get; private set; }

    public string PostedBy { get; private set; }

    public DateTime PostedAt { get; private set; }
}

internal static class NoticeRules
{
    public static readonly Rule TitleFits = new("A title has 1 to {0} characters.", nameof(Notice.Title));
    public static readonly Rule TextFits = new("A notice has 1 to {0} characters.", nameof(Notice.Text));
}
