using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Subjects;

/// <summary>A school subject, as the institute names it.</summary>
internal sealed class Subject : Aggregate
{
    private Subject()
    {
    }

    /// <exception cref="RuleBroken">Code or name is missing or too long.</exception>
    public Subject(string code, string name, string? latinName) => Apply(code, name, latinName);

    /// <summary>Short and lasting, in capitals; what imports refer to.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? LatinName { get; private set; }

    /// <summary>The day it ceased to be offered for new entries; null while it is.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    public LocalName LocalName => new(Name, LatinName);

    /// <exception cref="RuleBroken">Code or name is missing or too long, or it is archived.</exception>
    public void Change(string code, string name, string? latinName)
    {
        Ensure(ArchivedOn is null, SubjectRules.RestoreFirst, LocalName);
        Apply(code, name, latinName);
    }

    /// <summary>Takes it out of the lists to choose from; what refers to it keeps it.</summary>
    public void Archive(DateOnly on) => ArchivedOn ??= on;

    public void Restore() => ArchivedOn = null;

    private void Apply(string code, string name, string? latinName)
    {
        var (brief, full, latin) = (code.Trim().ToUpperInvariant(), name.Trim(), string.IsNullOrWhiteSpace(latinName) ? null : latinName.Trim());
        Ensure(brief.Length > 0, SubjectRules.CodeMissing);
        Ensure(full.Length > 0, SubjectRules.NameMissing);
        Ensure(brief.Length <= Lengths.Code, SubjectRules.TooLong with { Field = "Code" }, "Code", Lengths.Code);
        Ensure(full.Length <= Lengths.Name, SubjectRules.TooLong with { Field = "Name" }, "Name", Lengths.Name);
        Ensure(latin is null || latin.Length <= Lengths.Name, SubjectRules.TooLong with { Field = "LatinName" }, "Latin name", Lengths.Name);
        (Code, Name, LatinName) = (brief, full, latin);
    }
}

internal static class SubjectRules
{
    public static readonly Rule CodeMissing = new("Enter the code of the subject.", "Code");
    public static readonly Rule NameMissing = new("Enter the name of the subject.", "Name");
    public static readonly Rule TooLong = new("“{0}” takes {1} characters at the most.");
    public static readonly Rule CodeTaken = new("The code {0} belongs to another subject.", "Code");
    public static readonly Rule RestoreFirst = new("“{0}” is archived. Restore it first.");
}
