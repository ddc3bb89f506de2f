using CommunityLms.Kernel.Web.Shell;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>
/// The frame of one page: breadcrumbs or a way back, the title, one line under it, what can be done, then the page.
/// It also sets the title of the window. Slots: <c>lms-page-lead</c>, <c>lms-page-actions</c>.
/// </summary>
[HtmlTargetElement("lms-page")]
public sealed class LmsPageTagHelper(IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    public required string Title { get; set; }

    /// <summary>One line of plain text under the title; for html use the slot.</summary>
    public string? Lead { get; set => field = value is "" ? null : value; }

    /// <summary>Where the way back leads; null shows none.</summary>
    public string? Back { get; set => field = value is "" ? null : value; }

    /// <summary>What the way back is called: the name of the thing it leads to.</summary>
    public string? BackText { get; set => field = value is "" ? null : value; }

    /// <summary>The pages above this one, where they differ from what the shell knows.</summary>
    public IReadOnlyList<ShellLink> Crumbs { get; set; } = [];

    /// <summary>On a phone the actions stand in a bar at the bottom: for the file of one thing.</summary>
    public bool ActionsBar { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = new PageSlots();
        context.Items[typeof(PageSlots)] = slots;
        var content = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] = Title;

        Become(output, "div", "lms-page");
        if (ActionsBar)
        {
            output.Attributes.SetAttribute("data-actions", "bar");
        }

        if (Crumbs.Count > 0)
        {
            ViewContext.ViewData["OwnCrumbs"] = true;
            output.Content.AppendHtml(Breadcrumbs(Crumbs, texts));
        }

        if (Back is not null)
        {
            output.Content.AppendHtml(Markup.Tag("a", "lms-back", Draw("arrow-left"), BackText ?? texts["Go back"].Value).With("href", Back));
        }

        output.Content.AppendHtml(Head(slots));
        output.Content.AppendHtml(content);
    }

    /// <summary>The breadcrumbs; the layout uses them as well.</summary>
    internal static TagBuilder Breadcrumbs(IEnumerable<ShellLink> links, IStringLocalizer<ShellTexts> texts)
    {
        var items = Markup.Tag("ol", null);
        foreach (var link in links)
        {
            items.InnerHtml.AppendHtml(Markup.Tag("li", null, Markup.Tag("a", null, link.Text).With("href", link.Href)));
        }

        return Markup.Tag("nav", "lms-crumbs", items).With("aria-label", texts["Where you are"].Value);
    }

    private TagBuilder Head(PageSlots slots)
    {
        var title = Markup.Tag("div", "lms-page-title", Markup.Tag("h1", null, Title));
        if (slots.Lead is not null || Lead is not null)
        {
            title.InnerHtml.AppendHtml(Markup.Tag("p", "lms-page-lead", slots.Lead ?? (object?)Lead));
        }

        return Markup.Tag("header", "lms-page-head", title, slots.Actions is null ? null : Markup.Tag("div", "lms-actions", slots.Actions));
    }
}

/// <summary>What the children of a page leave for it.</summary>
internal sealed class PageSlots
{
    public IHtmlContent? Lead { get; set; }

    public IHtmlContent? Actions { get; set; }
}

/// <summary>The line under the title, as html: who and what, with its state.</summary>
[HtmlTargetElement("lms-page-lead", ParentTag = "lms-page")]
public sealed class LmsPageLeadTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((PageSlots)context.Items[typeof(PageSlots)]).Lead = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>What can be done with the page's thing: the most likely first, as <c>btn btn-primary</c>.</summary>
[HtmlTargetElement("lms-page-actions", ParentTag = "lms-page")]
public sealed class LmsPageActionsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((PageSlots)context.Items[typeof(PageSlots)]).Actions = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}
