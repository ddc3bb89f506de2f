using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// Picks a person or a unit, or several: a select with the candidates, which a script turns into a text field that
/// searches. <c>&lt;lms-picker for="Input.MentorId" search-url="/search/people" options="Model.Mentors" /&gt;</c>
/// </summary>
[HtmlTargetElement("lms-picker", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LmsPickerTagHelper(IHtmlGenerator generator, IStringLocalizer<ShellTexts> texts) : LmsFieldBase(generator, texts)
{
    /// <summary>The field posted by the button "Search" of a picker without a script; its value is the name of the picker's property.</summary>
    public const string SearchButton = "lms-search";

    /// <summary>What is added to the name of the property for the words to search for without a script.</summary>
    public const string SearchWords = ".Search";

    /// <summary>Answers GET with <c>q</c> by a JSON array of <c>id</c>, <c>name</c> and, where names repeat, <c>hint</c>.</summary>
    public required string SearchUrl { get; set; }

    /// <summary>What is chosen and, for who has no script, the candidates.</summary>
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    /// <summary>There are more candidates than options, so without a script a field and a button search; the page answers a post of <see cref="SearchButton"/> by showing itself with other options.</summary>
    public bool Refine { get; set; }

    private protected override IHtmlContent Control(IDictionary<string, object?> attributes)
    {
        attributes["class"] = "form-select";
        var several = For.Metadata.IsEnumerableType;
        var select = Generator.GenerateSelect(ViewContext, For.ModelExplorer, several ? null : "", For.Name, Options, several, attributes);
        var words = Markup.Tag("input", "form-control")
            .With("type", "text").With("name", FullName + SearchWords).With("aria-label", Texts["Search"].Value).With("data-draft", "no").With("hidden", Refine ? null : "");
        words.TagRenderMode = TagRenderMode.SelfClosing;
        var button = Markup.Tag("button", "btn", Draw("search"), Texts["Search"].Value)
            .With("name", SearchButton).With("value", FullName).With("formnovalidate", "").With("data-no-script", "");
        return Markup.Tag("div", "lms-picker", words, Refine ? button : null, select).With("data-search-url", SearchUrl);
    }
}
