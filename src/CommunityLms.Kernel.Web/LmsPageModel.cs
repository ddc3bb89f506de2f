using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Web.Errors;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web;

/// <summary>
/// The base of every page. A form with errors comes back as it was sent, a broken rule beside its field (<see cref="RuleBrokenFilter"/>),
/// and two people who edit one record see both versions.
/// </summary>
public abstract class LmsPageModel : PageModel
{
    private const string DoneKey = "Done";

    /// <summary>The texts of the page's own module.</summary>
    protected IStringLocalizer L => HttpContext.RequestServices.GetRequiredService<Translations>().For(GetType().Assembly);

    /// <summary>Both versions, when somebody else saved first; null otherwise.</summary>
    public VersionConflict? Conflict { get; internal set; }

    /// <summary>What was done by the request before this one; shown once.</summary>
    [TempData(Key = DoneKey)]
    public string? WhatWasDone { get; set; }

    /// <summary>Whether the form was sent half-filled, by the search button of a picker without a script or by one that asks for another line.</summary>
    internal bool IsHalfFilled => Request.HasFormContentType && (Request.Form.ContainsKey(LmsPickerTagHelper.SearchButton) || Request.Form.ContainsKey(LmsMoreTagHelper.Button));

    /// <summary>The words searched for in a picker without a script; null where nobody did.</summary>
    /// <param name="field">The name of the picker's field, for example Input.PersonId.</param>
    protected string? SearchedIn(string field) =>
        IsHalfFilled && Request.Form[LmsPickerTagHelper.SearchButton] == field ? Request.Form[field + LmsPickerTagHelper.SearchWords].ToString() : null;

    /// <summary>Keeps an empty line at the end of those a form repeats, and adds one where <c>lms-more</c> was pressed.</summary>
    /// <param name="field">The name of the lines' field, for example Input.Stages.</param>
    /// <param name="most">So many there may be.</param>
    protected void KeepALineFree<TLine>(string field, List<TLine> lines, int most, Func<TLine, bool> isEmpty) where TLine : new()
    {
        if (lines.Count < most && (lines is not [.., var last] || !isEmpty(last) || (IsHalfFilled && Request.Form[LmsMoreTagHelper.Button] == field)))
            lines.Add(new());
    }

    /// <summary>Loads what the page shows beside its form. Called by the page's own handlers, and before the page is shown again with errors.</summary>
    public virtual Task Prepare(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Goes back to the page the form stood on, if it is one of ours; otherwise home.</summary>
    protected LocalRedirectResult BackToThePage() =>
        Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == Request.Host.Value && Url.IsLocalUrl(from.PathAndQuery)
            ? LocalRedirect(from.PathAndQuery) : LocalRedirect("/");

    /// <summary>Goes on to another page, which says what was done.</summary>
    protected RedirectToPageResult Done(string whatWasDone, string page, object? route = null)
    {
        WhatWasDone = whatWasDone;
        return RedirectToPage(page, route);
    }
}

/// <summary>A page whose form edits a stored record: it can show the stored version beside the one just sent.</summary>
public interface IEditsRecord<TInput> where TInput : class, IVersionedInput
{
    TInput Input { get; set; }

    /// <summary>The record as it is stored now, in the form's shape.</summary>
    Task<TInput> Stored(CancellationToken cancel);
}

/// <summary>A form that knows which version it was opened on.</summary>
public interface IVersionedInput
{
    Guid Stamp { get; set; }
}

/// <summary>The fields in which two versions differ.</summary>
public sealed record VersionConflict(IReadOnlyList<VersionDifference> Differences);

/// <param name="Label">The field as the form calls it.</param>
public sealed record VersionDifference(string Label, string Theirs, string Mine);
