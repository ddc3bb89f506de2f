using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>The end of a form: the button that says what happens, the way back, and the word that a draft is kept.</summary>
[HtmlTargetElement("lms-submit", ParentTag = "lms-form")]
public sealed class LmsSubmitTagHelper(IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    /// <summary>Where "Go back" leads; null shows none.</summary>
    public string? Back { get; set => field = value is "" ? null : value; }

    /// <summary>What happens takes something away.</summary>
    public bool Danger { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var form = (LmsFormTagHelper)context.Items[typeof(LmsFormTagHelper)];
        var button = Markup.Tag("button", Danger ? "btn btn-danger" : "btn btn-primary", words);
        foreach (var attribute in output.Attributes)
        {
            button.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        output.Attributes.Clear();
        Become(output, "div", "lms-form-end");
        output.Content.SetHtmlContent(button);
        if (Back is not null)
        {
            output.Content.AppendHtml(Markup.Tag("a", null, texts["Go back"].Value).With("href", Back));
        }

        if (form.DraftKey is not null)
        {
            output.Content.AppendHtml(Markup.Tag("span", "lms-draft").With("data-draft-note", "").With("role", "status"));
        }
    }
}
