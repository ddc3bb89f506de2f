using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Everything that happened, newest first; holds <c>lms-timeline-item</c>.</summary>
[HtmlTargetElement("lms-timeline")]
public sealed class LmsTimelineTagHelper : LmsTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Become(output, "ol", "lms-timeline");
}

/// <summary>One thing that happened; the tag holds the sentence that says so.</summary>
[HtmlTargetElement("lms-timeline-item", ParentTag = "lms-timeline")]
public sealed class LmsTimelineItemTagHelper : LmsTagHelper
{
    /// <summary>A name of the sprite.</summary>
    public string Icon { get; set; } = "circle";

    public StateKind Kind { get; set; }

    /// <summary>When, as people say it.</summary>
    public required string When { get; set; }

    /// <summary>When exactly, shown on hover and read by machines.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>What was said or written at it.</summary>
    public string? Note { get; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var sentence = await output.GetChildContentAsync();
        output.TagName = "li";
        var time = Markup.Tag("time", null, When)
            .With("datetime", At?.ToString("O", CultureInfo.InvariantCulture))
            .With("title", At?.ToString("f", CultureInfo.CurrentCulture));
        output.Content.SetHtmlContent(Markup.Tag("span", "lms-timeline-mark", Draw(Icon)).With("data-state", Kind.Name()));
        output.Content.AppendHtml(Markup.Tag("div", "lms-timeline-body", Markup.Tag("p", null, sentence), time, Note is null ? null : Markup.Tag("p", "lms-timeline-note", Note)));
    }
}
