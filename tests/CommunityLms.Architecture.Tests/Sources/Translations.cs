using System.Text.RegularExpressions;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Web.Areas.Administration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommunityLms.Architecture.Tests.Sources;

/// <summary>Every text people see is there in Chinese, and no Chinese is there for nothing.</summary>
public sealed partial class Translations
{
    private static readonly IReadOnlyList<SourceProject> Speaking = [.. Repository.Product, .. Repository.Projects.Where(p => p.Path.StartsWith("samples/", StringComparison.Ordinal))];
    private static readonly IReadOnlyList<TranslationFile> Files = [.. Speaking.Select(TranslationFile.Of)];

    /// <summary>Whether a text of this project finds its Chinese: in the project's own file, or in the kernel's.</summary>
    internal static bool IsTranslated(SourceProject project, string key) =>
        Files.Any(f => (f.Project.Path == project.Path || f.Project.Path.StartsWith("src/", StringComparison.Ordinal)) && f.Has(key));

    internal static bool IsAnywhere(string key) => Files.Any(f => f.Has(key));

    [Fact]
    public void Text_WhenShownToPeople_IsTranslated() =>
        (from project in Speaking
         from use in TextUses.In(project)
         where use.Key.Any(char.IsLower) && !IsTranslated(project, use.Key)
         select $"{use.File}: {use.Key}").Distinct().ShouldBeEmpty();

    /// <summary>What the audit trail names: every record that is written to it.</summary>
    private static readonly IReadOnlyList<Type> Records = [.. from project in Repository.Product where !project.IsContracts
        from type in project.Load().GetTypes() where type is { IsClass: true, IsAbstract: false } && (type.IsSubclassOf(typeof(Entity)) || type.Name == "Account") && !type.IsDefined(typeof(NotAuditedAttribute), inherit: true) select type];

    [Fact]
    public void Record_WhenItIsAudited_HasAName() =>
        Records.Select(r => RecordWords.Of(r.Name)).Where(key => !IsAnywhere(key)).ShouldBeEmpty();

    [Fact]
    public void Translation_WhenNoSourceHasItsText_IsRemoved()
    {
        var everywhere = Speaking.SelectMany(TextUses.AllIn).ToHashSet();
        var own = Speaking.ToDictionary(p => p.Path, p => TextUses.AllIn(p).ToHashSet());
        var words = Speaking.SelectMany(TextUses.EnumWords).Concat(Enum.GetNames<HealthStatus>()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var records = Records.SelectMany(r => r.GetProperties().Select(p => p.Name).Append(r.Name)).Select(RecordWords.Of).ToHashSet();
        // Permissions and settings stand under the first part of their names.
        var groups = everywhere.Where(t => t.Contains('.', StringComparison.Ordinal)).Select(t => t.Split('.')[0]).ToHashSet();

        (from file in Files
         let texts = file.Project.Path.StartsWith("src/", StringComparison.Ordinal) ? everywhere : own[file.Project.Path]
         from entry in file.Entries
         where !texts.Contains(entry.Key) && !groups.Contains(entry.Key) && !records.Contains(entry.Key) && !entry.Key.Split(' ').All(words.Contains)
         select $"{file.Project}: {entry.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void Translation_WhenItsTextHasPlaces_FillsTheSamePlaces() =>
        (from file in Files
         from entry in file.Entries
         where !Places(entry.Key).SetEquals(Places(entry.Value))
         select $"{file.Project}: {entry.Key} → {entry.Value}").ShouldBeEmpty();

    [Fact]
    public void Translation_WhenItHasWords_HasThemInChinese() =>
        (from file in Files
         from entry in file.Entries
         where Place().Replace(entry.Value, "").Any(char.IsAsciiLetter) && !entry.Value.Any(IsChinese) && !Languages.Names.Values.Contains(entry.Value)
         select $"{file.Project}: {entry.Key} → {entry.Value}").ShouldBeEmpty();

    [Fact]
    public void Translation_WhenGiven_IsGivenOnce() =>
        (from file in Files
         from twice in file.Entries.GroupBy(e => e.Key).Where(g => g.Count() > 1)
         select $"{file.Project}: {twice.Key}").ShouldBeEmpty();

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["number"].Value)];

    private static bool IsChinese(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex(@"\{(?<number>\d)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
