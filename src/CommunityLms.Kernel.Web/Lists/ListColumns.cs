using System.Text.Json;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;

namespace CommunityLms.Kernel.Web.Lists;

/// <summary>The columns a person chose to see, list by list; kept in one of their settings.</summary>
public sealed class ListColumns(ISettings settings, ICurrentUser user) : IScopedDependency
{
    /// <summary>What a setting's text may hold.</summary>
    private const int Room = 4000;

    private const int LongestName = 100;
    private const int MostColumns = 30;

    /// <summary>The columns chosen for a list; empty for the usual ones.</summary>
    public async Task<IReadOnlyList<string>> Of(string list, CancellationToken cancel) =>
        user.Actor is not null && (await Stored(cancel)).TryGetValue(list, out var columns) ? columns : [];

    /// <summary>Keeps a choice; no columns bring the usual ones back. Where there is no room left, the choice made longest ago goes.</summary>
    public async Task Keep(string list, IReadOnlyList<string> columns, CancellationToken cancel)
    {
        if (list.Length > LongestName || columns.Count > MostColumns || columns.Any(c => c.Length > LongestName))
            return;
        var kept = (await Stored(cancel)).Where(l => l.Key != list).ToList();
        if (columns.Count > 0)
            kept.Add(KeyValuePair.Create(list, columns.ToArray()));
        while (kept.Count > 1 && Text(kept).Length > Room)
            kept.RemoveAt(0);
        await settings.Set(ShellSettings.ListColumns, SettingLevels.Person, kept.Count == 0 ? null : Text(kept), cancel);
    }

    private static string Text(IEnumerable<KeyValuePair<string, string[]>> kept) => JsonSerializer.Serialize(new Dictionary<string, string[]>(kept));

    private async Task<Dictionary<string, string[]>> Stored(CancellationToken cancel) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(await settings.Get(ShellSettings.ListColumns, cancel)) ?? [];
}
