using System.Globalization;
using System.Text.Json;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Tabular;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>A problem as it is kept: the text is the key of its translations.</summary>
/// <param name="Row">The row of the file; null where the problem has no place.</param>
/// <param name="Column">The heading, or the column's letter.</param>
public sealed record KeptProblem(int? Row, string? Column, string Text, IReadOnlyList<string> Args)
{
    public static KeptProblem Of(CellProblem problem) => new(problem.Row, problem.Column, problem.Text, Texts(problem.Args));

    public static KeptProblem Of(TableRefused refused) => new(refused.Row, refused.Column, refused.Problem.Text, Texts(refused.Args));

    public static KeptProblem Of(RuleBroken broken) => new(Row: null, Column: null, broken.Rule.Message, Texts(broken.Args));

    /// <summary>As an import run keeps it.</summary>
    public static KeptProblem? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<KeptProblem>(json);

    private static string[] Texts(IEnumerable<object?> args) => [.. args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")];
}

/// <summary>A row of the preview.</summary>
public sealed record KeptExample(int Row, RowFate Fate, string Label, IReadOnlyList<CellChange> Changes);

public static class ImportRules
{
    public static readonly Rule UnderWay = new("This import is under way. Wait until it is finished.");
    public static readonly Rule AnotherUnderWay = new("Another import is under way, and one waits for the other. Try again when it is finished.");
    public static readonly Rule ColumnsMissing = new("These columns are needed: {0}. Say which heading they stand under, or add them to the file.");
    public static readonly Rule NotChecked = new("This import has not been checked yet.");
    public static readonly Rule HasBadRows = new("{0} rows have problems. Correct them in the file, or import only the good rows.");
    public static readonly Rule NotDone = new("Only a finished import can be undone.");
    public static readonly Rule NotStopped = new("This import hasn't stopped. Wait until it is finished.");
    public static readonly Rule ChangedSince = new("It can't be undone any more: {0} of its records were changed or used since.");
    public static readonly Rule Stopped = new("The import was stopped. What it had imported was taken back.");
    public static readonly Rule Broke = new("The import broke off, and what it had imported was taken back. The reason: {0}");
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Property(r => r.Importer).HasMaxLength(60);
        builder.Property(r => r.FileName).HasMaxLength(260);
        builder.Property(r => r.Who).HasMaxLength(200);
        builder.Property(r => r.Slot).HasMaxLength(40);
        builder.Ignore(r => r.IsUnderWay);
        builder.HasIndex(r => new { r.TenantId, r.Importer, r.Id });
        builder.HasIndex(r => new { r.TenantId, r.Slot }).IsUnique();
    }
}
