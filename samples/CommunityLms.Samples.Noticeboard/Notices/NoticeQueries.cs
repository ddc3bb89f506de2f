using CommunityLms.Kernel.Modularity;
using CommunityLms.Samples.Noticeboard.Data;
using Markdig;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Samples.Noticeboard.Notices;

/// <summary>Reads the board of the current institute; the context's filter leaves out everybody else's.</summary>
internal sealed class NoticeQueries(NoticeboardDbContext db) : IScopedDependency
{
    private const int OnTheBoard = 20;

    // What people write is text: HTML in it is shown, never run.
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The newest notices, newest first.</summary>
    public async Task<IReadOnlyList<NoticeOnBoard>> Newest(CancellationToken cancel)
    {
        var notices = await db.Notices.OrderByDescending(n => n.Id).Take(OnTheBoard).Select(n => new { n.Title, n.Text, n.PostedBy, n.PostedAt }).ToListAsync(cancel);
        return [.. notices.Select(n => new NoticeOnBoard(n.Title, new HtmlString(Markdig.Markdown.ToHtml(n.Text, Markdown)), n.PostedBy, n.PostedAt))];
    }
}

/// <summary>A notice as the page shows it.</summary>
internal sealed record NoticeOnBoard(string Title, IHtmlContent Text, string PostedBy, DateTime PostedAt);
