using System.Collections;
using System.Globalization;
using System.Reflection;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Localization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Errors;

/// <summary>
/// One way for every form: input that can't be read never reaches the handler, a broken rule goes beside its field, and a record changed
/// meanwhile is shown in both versions. What was typed stays.
/// </summary>
internal sealed class RuleBrokenFilter(Translations translations, IModelMetadataProvider metadata) : IAsyncPageFilter
{
    private const string LookAgain = "Somebody else changed this meanwhile. Look at it as it is now, then confirm.";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (context.HandlerInstance is not LmsPageModel page)
        {
            await next();
            return;
        }
        if (context.HandlerMethod?.HttpMethod == "Post" && (page.IsHalfFilled || !page.ModelState.IsValid))
        {
            // What isn't filled in yet isn't a mistake.
            if (page.IsHalfFilled)
                page.ModelState.Clear();
            await page.Prepare(cancel);
            context.Result = page.Page();
            return;
        }
        var done = await next();
        switch (done.Exception)
        {
            case RuleBroken broken when context.HandlerMethod?.HttpMethod == "Post":
                foreach (var rule in broken.Others.Prepend(broken))
                    page.ModelState.AddModelError(FieldOf(page, rule.Rule.Field), rule.In(translations.For(page.GetType().Assembly)));
                await ShowAgain(page, done, cancel);
                break;
            case ChangedMeanwhile when ConflictShower.For(page) is { } shower:
                page.Conflict = await shower(page, metadata, cancel);
                page.ModelState.Clear();
                await ShowAgain(page, done, cancel);
                break;
            case ChangedMeanwhile when context.HandlerMethod?.HttpMethod == "Post":
                // Nothing was typed that could be lost: the page shows the record as it is now and asks again.
                page.ModelState.Clear();
                page.ModelState.AddModelError("", translations.For(typeof(RuleBrokenFilter).Assembly)[LookAgain]);
                await ShowAgain(page, done, cancel);
                break;
        }
    }

    private static async Task ShowAgain(LmsPageModel page, PageHandlerExecutedContext done, CancellationToken cancel)
    {
        await page.Prepare(cancel);
        done.ExceptionHandled = true;
        done.Result = page.Page();
    }

    /// <summary>"Name" belongs to "Input.Name" where the page's form is called Input.</summary>
    private static string FieldOf(LmsPageModel page, string? field) =>
        field is null ? "" : page.GetType().GetProperty("Input")?.PropertyType.GetProperty(field) is null ? field : $"Input.{field}";
}

/// <summary>Sets the stored version of a form beside the one just sent.</summary>
internal static class ConflictShower
{
    private static readonly MethodInfo Shower = typeof(ConflictShower).GetMethod(nameof(Show), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static Func<LmsPageModel, IModelMetadataProvider, CancellationToken, Task<VersionConflict>>? For(LmsPageModel page)
    {
        var edits = page.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEditsRecord<>));
        return edits is null ? null : (p, m, c) => (Task<VersionConflict>)Shower.MakeGenericMethod(edits.GetGenericArguments()).Invoke(obj: null, [p, m, c])!;
    }

    private static async Task<VersionConflict> Show<TInput>(LmsPageModel page, IModelMetadataProvider metadata, CancellationToken cancel) where TInput : class, IVersionedInput
    {
        var edits = (IEditsRecord<TInput>)page;
        var mine = edits.Input;
        var theirs = await edits.Stored(cancel);
        // Saving once more now means: I have seen theirs and want mine.
        mine.Stamp = theirs.Stamp;
        return new([.. metadata.GetMetadataForType(typeof(TInput)).Properties
            .Where(p => p.PropertyName != nameof(IVersionedInput.Stamp) && p.PropertyGetter is not null)
            .Select(p => new VersionDifference(p.GetDisplayName(), Text(p.PropertyGetter!(theirs)), Text(p.PropertyGetter!(mine))))
            .Where(d => d.Theirs != d.Mine)]);
    }

    private static string Text(object? value) =>
        value is IEnumerable several and not string ? string.Join("; ", several.Cast<object?>().Select(Text).Where(t => t.Length > 0)) : Convert.ToString(value, CultureInfo.CurrentCulture) ?? "";
}
