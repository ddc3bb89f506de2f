using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>What stands in the picker of a form's question for a person or a unit: what is chosen and, without a script, what was found.</summary>
internal sealed class PickerChoices(IDirectory directory) : IScopedDependency
{
    public static string UrlOf(PickKind kind) => kind == PickKind.Person ? "/institutes/pick/colleagues" : "/institutes/pick/places";

    /// <param name="posted">What the page sent, with the words searched for without a script; null where it sent nothing.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>>> Of(IEnumerable<PlacedField> fields, IFormCollection? posted, CancellationToken cancel)
    {
        var choices = new Dictionary<string, IReadOnlyList<SelectListItem>>(StringComparer.Ordinal);
        foreach (var field in fields)
            if (field.Field is PickField pick)
            {
                var words = posted is not null && posted[LmsPickerTagHelper.SearchButton] == field.Name ? posted[field.Name + LmsPickerTagHelper.SearchWords].ToString() : null;
                var chosen = Guid.TryParse(field.Text, out var id) ? await directory.Find(id, cancel) : null;
                var found = field.ReadOnly ? [] : pick.Kind == PickKind.Unit ? await directory.Places(words, cancel) : words is null ? [] : await directory.Colleagues(words, cancel);
                choices[field.Name] = [.. (chosen is null ? found : found.Prepend(chosen)).DistinctBy(f => f.Id).Select(f => new SelectListItem(Words(f), f.Id.ToString(), selected: f == chosen))];
            }
        return choices;
    }

    private static string Words(Listed listed) => listed.Hint is null ? listed.Name : Languages.IsChinese ? $"{listed.Name}（{listed.Hint}）" : $"{listed.Name} ({listed.Hint})";
}
