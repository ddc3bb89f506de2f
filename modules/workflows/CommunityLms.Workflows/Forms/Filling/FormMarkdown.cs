using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>Words of a form in Markdown. Html in it is text; pictures and addresses that aren't of the web aren't carried out.</summary>
internal static class FormMarkdown
{
    private static readonly MarkdownPipeline s_plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IHtmlContent ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, s_plain);
        foreach (var link in document.Descendants<LinkInline>())
            if (link.IsImage || !IsAddress(link.Url))
                (link.IsImage, link.Url) = (false, "");
        // A heading of a form stands below that of the page.
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(heading.Level + 1, 6);
        return new HtmlString(document.ToHtml(s_plain));
    }

    private static bool IsAddress(string? url) =>
        url is not null && (Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Scheme is "http" or "https" or "mailto" or "tel" : url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal));
}
