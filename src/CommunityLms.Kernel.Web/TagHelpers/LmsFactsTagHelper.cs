using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>How facts stand: each under its name (beside a timeline), or each in a row (to check before sending).</summary>
public enum FactsLayout { Stacked, Row }

/// <summary>Names and values of one thing; holds <c>lms-fact</c>.</summary>
[HtmlTargetElement("lms-facts")]
public sealed class LmsFactsTagHelper : LmsTagHelper
{
    public FactsLayout Layout { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "dl", "lms-facts");
        if (Layout == FactsLayout.Row)
        {
            output.Attributes.SetAttribute("data-layout", "row");
        }
    }
}

/// <summary>One fact: <c>&lt;lms-fact label="Goal"&gt;…&lt;/lms-fact&gt;</c>; a fact without a value says so.</summary>
[HtmlTargetElement("lms-fact", ParentTag = "lms-facts")]
public sealed class LmsFactTagHelper(IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    public required string Label { get; set; }

    /// <summary>Where the answer can be changed, on a page that checks answers.</summary>
    public string? Change { get; set => field = value is "" ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Content.SetHtmlContent(Markup.Tag("dt", null, Label));
        output.Content.AppendHtml(Markup.Tag("dd", null, value.IsEmptyOrWhiteSpace ? Markup.Tag("span", "lms-soft", texts["not given"].Value) : value));
        if (Change is not null)
        {
            var link = Markup.Tag("a", null, texts["Change"].Value, Markup.Unseen(" " + Label)).With("href", Change);
            output.Content.AppendHtml(Markup.Tag("dd", "lms-change", link));
        }
    }
}
