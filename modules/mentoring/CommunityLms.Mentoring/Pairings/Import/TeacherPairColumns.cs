using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>The table in which pairs of teachers are imported and exported.</summary>
internal static class TeacherPairColumns
{
    private const int NumberLength = 40;

    public static readonly TableColumn Programme = PairingColumns.Programme;

    public static readonly TableColumn Subject = PairingColumns.Subject with { Required = true, Help = "The code or name of the subject." };

    public static readonly TableColumn Mentor = TableColumn.Text("Mentor’s staff number", NumberLength) with
    {
        Required = true, Aliases = ["Mentor", "Mentor number", "导师工号", "指导教师工号", "师傅工号"], Example = "S00012", Help = "Of the teacher who guides.",
    };

    public static readonly TableColumn Trainee = TableColumn.Text("Trainee’s staff number", NumberLength) with
    {
        Required = true, Aliases = ["Trainee", "Trainee number", "学员工号", "徒弟工号"], Example = "S00345", Help = "Of the teacher who is guided.",
    };

    public static IReadOnlyList<TableColumn> All { get; } = [Programme, Subject, Mentor, Trainee];

    /// <summary>The column beside which a broken rule is shown.</summary>
    public static TableColumn Of(Rule rule) => rule.Field switch
    {
        "SubjectId" => Subject,
        "MentorId" => Mentor,
        "TraineeId" => Trainee,
        _ => Programme,
    };
}

/// <summary>What an import says about a row of a pair; each is the key of its translations.</summary>
internal static class TeacherPairImportTexts
{
    public const string UnknownNumber = "Nobody here has this staff number.";
    public const string OutOfReach = "You may not pair teachers of “{0}”. Delete the row, or ask somebody who may.";
    public const string SecondMentor = "Row {0} gives the trainee a mentor in this subject already. Delete one of the rows.";
}
