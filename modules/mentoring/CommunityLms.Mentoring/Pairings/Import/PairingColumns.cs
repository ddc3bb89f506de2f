using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>The table in which pairings of units are imported and exported.</summary>
internal static class PairingColumns
{
    private const int UnitLength = 200;
    private const int SubjectLength = 60;

    public static readonly TableColumn Programme = TableColumn.Text("Programme", Programmes.Programme.NameLength) with
    {
        Required = true, Aliases = ["项目", "项目名称", "结对项目"], Example = "城乡英语教师结对", Help = "The name of the programme, as the list of programmes shows it.",
    };

    public static readonly TableColumn Helped = TableColumn.Text("Unit that is helped", UnitLength) with
    {
        Required = true, Aliases = ["Helped unit", "受援单位", "受援方", "被帮扶单位", "受援学校"], Example = "北兴小学", Help = "Its code, or its name; a department with its school before it. New pairings of schools get the usual cadence of a twinning.",
    };

    public static readonly TableColumn Helping = TableColumn.Text("Unit that helps", UnitLength) with
    {
        Required = true, Aliases = ["Helping unit", "支援单位", "支援方", "帮扶单位", "支援学校"], Example = "棠德南小学", Help = "Its code, or its name; “own centre” where the urban schools of the helped district help the others.",
    };

    public static readonly TableColumn Subject = TableColumn.Text("Subject", SubjectLength) with { Aliases = ["学科", "科目"], Example = "ENG", Help = "The code or name of the subject. Leave it empty where all subjects take part." };

    public static readonly TableColumn From = TableColumn.Date("First day") with { Aliases = ["开始日期", "起始日期"], Help = "Empty: that of the programme." };

    public static readonly TableColumn To = TableColumn.Date("Last day") with { Aliases = ["结束日期", "截止日期"], Help = "Empty: that of the programme." };

    public static readonly TableColumn Scope = TableColumn.Text("What it covers", Pairing.ScopeLength) with { Aliases = ["合作内容", "帮扶内容"], Example = "语文、英语、科学" };

    public static readonly TableColumn AgreedOn = TableColumn.Date("Agreed on") with { Aliases = ["商定日期", "签订日期"], Help = "When both sides agreed. Empty: it stays as it is." };

    public static IReadOnlyList<TableColumn> All { get; } = [Programme, Helped, Helping, Subject, From, To, Scope, AgreedOn];

    /// <summary>What people write where a district's own centre helps; the first is what an export writes.</summary>
    public static readonly IReadOnlyList<string> OwnCentre = ["本区中心", "own centre", "own center", "本区"];

    /// <summary>The column beside which a broken rule is shown.</summary>
    public static TableColumn Of(Rule rule) => rule.Field switch
    {
        "HelpedId" => Helped,
        "HelpingId" => Helping,
        "SubjectId" => Subject,
        "From" => From,
        "To" => To,
        "Scope" => Scope,
        _ => Programme,
    };
}

/// <summary>What an import says about a row of a pairing; each is the key of its translations.</summary>
internal static class PairingImportTexts
{
    public const string UnknownProgramme = "There is no programme of this name that isn’t closed. Correct the name, or set the programme up first.";
    public const string UnknownUnit = "No unit that takes part has this code or name. Correct it, or add the unit first.";
    public const string SeveralUnits = "Several units are called so: {0}. Enter the code, or put the school before the department.";
    public const string UnknownSubject = "The institute has no subject of this code or name.";
    public const string OutOfReach = "You may not draw up pairings for “{0}”. Delete the row, or ask somebody who may.";
    public const string SameAsRow = "Row {0} says the same. Delete one of the rows.";
}
