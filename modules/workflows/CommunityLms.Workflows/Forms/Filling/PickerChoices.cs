using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>What stands in a picker of people or units: what is chosen and, without a script, what was found.</summary>
internal sealed class PickerChoices(IDirectory directory) : IScopedDependency
{
    public static string UrlOf(PickKind kind) => kind == PickKind.Person ? "/institutes/pick/colleagues" : "/institutes/pick/places";

    /// <param name="posted">What the page sent, with the words searched for without a script; null where it sent nothing.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>>> Of(IEnumerable<PlacedField> fields, IFormCollection? posted, CancellationToken cancel)
    {
        var picks = fields.Where(f => f.Field is PickField).ToList();
        var chosen = await directory.Find([.. picks.Select(f => Id(f.Text)).OfType<Guid>()], cancel);
        var choices = new Dictionary<string, IReadOnlyList<SelectListItem>>(StringComparer.Ordinal);
        foreach (var field in picks)
        {
            var words = posted is not null && posted[LmsPickerTagHelper.SearchButton] == field.Name ? posted[field.Name + LmsPickerTagHelper.SearchWords].ToString() : null;
            // At most one of them was searched in; units are in memory.
            var found = field.ReadOnly ? [] : ((PickField)field.Field).Kind == PickKind.Unit ? await directory.Places(words, cancel) : words is null ? [] : await directory.Colleagues(words, cancel);
            choices[field.Name] = Options(Id(field.Text) is { } id ? chosen.GetValueOrDefault(id) : null, found);
        }
        return choices;
    }

    /// <summary>The same for a page's own question for a colleague.</summary>
    /// <param name="searched">The words searched for without a script; null where nobody searched.</param>
    public async Task<IReadOnlyList<SelectListItem>> Colleagues(Guid? chosen, string? searched, CancellationToken cancel) =>
        Options(chosen is { } id ? (await directory.Find([id], cancel)).GetValueOrDefault(id) : null, searched is null ? [] : await directory.Colleagues(searched, cancel));

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static IReadOnlyList<SelectListItem> Options(Listed? chosen, IReadOnlyList<Listed> found) =>
        [.. (chosen is null ? found : found.Prepend(chosen)).DistinctBy(f => f.Id).Select(f => new SelectListItem(f.InFull, f.Id.ToString(), selected: f == chosen))];
}
