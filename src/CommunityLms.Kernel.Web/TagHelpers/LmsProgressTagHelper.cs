using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>How far long work is. With <c>url</c> it follows a stream of server-sent events; without a script a link looks again.</summary>
[HtmlTargetElement("lms-progress")]
public sealed class LmsProgressTagHelper(IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    /// <summary>What is being done.</summary>
    public required string Label { get; set; }

    /// <summary>How much is done; null while nobody knows.</summary>
    public double? Value { get; set; }

    public double Max { get; set; } = 100;

    /// <summary>How far, in words: "340 of 1,200 rows".</summary>
    public string? Text { get; set => field = value is "" ? null : value; }

    /// <summary>The stream: each event is JSON with value, max, text, state (running, done, failed, cancelled) and next (an address).</summary>
    public string? Url { get; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var beside = await output.GetChildContentAsync();
        Become(output, "div", "lms-progress");
        if (Url is not null)
        {
            output.Attributes.SetAttribute("data-progress-url", Url);
        }

        var bar = Markup.Tag("progress", null).With("max", Number(Max)).With("value", Value is { } value ? Number(value) : null).With("aria-label", Label);
        var share = Value is { } done && Max > 0 ? (done / Max).ToString("P0", CultureInfo.CurrentCulture) : "";
        output.Content.SetHtmlContent(Markup.Tag("div", "lms-row", Markup.Tag("strong", null, Label), beside).With("data-spread", ""));
        output.Content.AppendHtml(bar);
        output.Content.AppendHtml(Markup.Tag(
            "div",
            "lms-progress-words",
            Markup.Tag("span", null, Text).With("data-progress-text", ""),
            Markup.Tag("span", null, share).With("data-progress-share", "")));
        if (Url is not null)
        {
            output.Content.AppendHtml(Markup.Tag("a", "lms-small", texts["Look again"].Value).With("href", "").With("data-progress-again", ""));
        }
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
