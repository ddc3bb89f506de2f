using System.Text.RegularExpressions;

namespace CommunityLms.Architecture.Tests.Sources;

/// <summary>Queries that look past the institute or at what is hidden, and statements that no filter reaches, are few and known by name.</summary>
public sealed partial class FilterUses
{
    private const string Organisation = "modules/institutes/CommunityLms.Institutes/Organisation/";
    private const string Accounts = "modules/institutes/CommunityLms.Institutes/Accounts/";
    private const string Kernel = "src/CommunityLms.Kernel.Data/";

    private const string Institutes = "modules/institutes/CommunityLms.Institutes/";
    private const string Mentoring = "modules/mentoring/CommunityLms.Mentoring/";
    private const string Workflows = "modules/workflows/CommunityLms.Workflows/";

    /// <summary>The files, each with why it may.</summary>
    private static readonly Dictionary<string, string> Reasons = new()
    {
        [Accounts + "Memberships.cs"] = "Signing in comes before there is an institute; only the account's own people are read.",
        [Accounts + "Invitations/AcceptInvitation.cs"] = "Who opens the link has no institute yet; the secret names one invitation.",
        [Accounts + "Invitations/InvitationQueries.cs"] = "Who opens the link has no institute yet; the secret names one invitation.",
        [Organisation + "InstituteQueries.cs"] = "The installation's administrator sees how many people and units each institute has, and nothing more.",
        [Institutes + "Seals/SealNews.cs"] = "Finds the seals of every institute that end soon; each is then told of within its own.",
        [Mentoring + "Contracting/SealNews.cs"] = "Finds the contracts of every institute with a seal that ends; each is then seen to within its own.",
        [Workflows + "Due/DueLoop.cs"] = "One loop serves every institute; each row is then done within its own.",
        [Workflows + "Forms/Filling/ForgetFiles.cs"] = "Finds the institutes in which files were never sent; each is then seen to within itself.",
        [Workflows + "Messages/ForgetMessages.cs"] = "Forgets messages of every institute whose time is over; none is read.",
        [Kernel + "Documents/IssuedDocuments.cs"] = "Whoever holds a paper has no institute; its number names one paper, and only what is printed on it is read.",
        [Kernel + "Imports/ChangeSetPart.cs"] = "Taking an import back meets records hidden since; it never lifts the institute's filter.",
        [Kernel + "Statistics.cs"] = "Has SQLite count its tables anew; no rows are read.",
        [Kernel + "Startup/Migrator.cs"] = "Prepares the database before it holds anybody's rows.",
        [Kernel + "Providers/DatabaseSetup.cs"] = "Says how a connection to SQLite behaves.",
    };

    [Fact]
    public void Filter_WhenPassedBy_HasAReason() =>
        Uses().Where(f => !Reasons.ContainsKey(f)).Select(f => $"{f} looks past the filters: give the reason here, or query as everybody does").ShouldBeEmpty();

    [Fact]
    public void Reasons_WhenTheUseIsGone_AreForgotten() => Reasons.Keys.Except(Uses()).ShouldBeEmpty();

    [Fact]
    public void TenantFilter_WhenLifted_IsNamed() =>
        // Lifting all filters at once would lift those of later modules unseen.
        (from file in Product() where LiftsAll().IsMatch(Repository.Read(file)) select $"{file} lifts every filter").ShouldBeEmpty();

    private static IEnumerable<string> Product() => Repository.Files("*.cs").Where(f => (f.StartsWith("src/", StringComparison.Ordinal) || f.StartsWith("modules/", StringComparison.Ordinal) || f.StartsWith("samples/", StringComparison.Ordinal) || f.StartsWith("templates/", StringComparison.Ordinal))
        && !f.Contains("/Migrations/", StringComparison.Ordinal));

    private static List<string> Uses() => [.. Product().Where(f => PassesBy().IsMatch(Repository.Read(f)))];

    [GeneratedRegex(@"IgnoreQueryFilters|\bFromSql|\bSqlQuery|\bExecuteSql|\bCreateCommand\b|\bGetDbConnection\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PassesBy();

    [GeneratedRegex(@"IgnoreQueryFilters\(\s*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LiftsAll();
}
