using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.People;

/// <summary>The table in which people are imported and exported: one row a person, with the work, appraisal and place in the tutor network that hold now.</summary>
internal static class PersonColumns
{
    public static readonly TableColumn StaffNumber = TableColumn.Text("Staff number", Lengths.Code) with
    {
        Required = true, Aliases = ["Number", "Staff no", "工号", "教职工号", "教工号", "编号"], Example = "T-0001", Help = "Tells the person from all others. A number that exists changes that person.",
    };

    public static readonly TableColumn FamilyName = TableColumn.Text("Family name", Lengths.Code) with { Required = true, Aliases = ["Surname", "Last name", "姓", "姓氏"], Example = "陈" };

    public static readonly TableColumn GivenName = TableColumn.Text("Given name", Lengths.Code) with { Required = true, Aliases = ["First name", "名", "名字"], Example = "晓兰" };

    public static readonly TableColumn LatinName = TableColumn.Text("Latin name", Lengths.Name) with
    {
        Aliases = ["Pinyin", "拼音或英文名", "英文名称", "拼音", "拼音姓名", "姓名拼音"], Example = "Chen Xiaolan", Help = "The transcription, family name first. Lists are sorted by it.",
    };

    public static readonly TableColumn Gender = TableColumn.Choice(
        "Gender", new(nameof(People.Gender.Female), "Female", "女", "F"), new(nameof(People.Gender.Male), "Male", "男", "M")) with
    {
        Aliases = ["Sex", "性别"], Example = "Female",
    };

    public static readonly TableColumn BirthYear = TableColumn.WholeNumber("Birth year") with { Aliases = ["Born", "出生年份", "出生年"], Example = "1985", Help = "Four digits." };

    public static readonly TableColumn Email = TableColumn.Email("E-mail") with { Aliases = ["Mail", "E-mail address", "邮箱", "电子邮箱", "电子邮件"], Example = "name@school.example", Help = "Each person has an address of their own." };

    public static readonly TableColumn Phone = TableColumn.Text("Phone", Lengths.Code) with { Aliases = ["Telephone", "Mobile", "电话", "手机", "手机号", "联系电话"], Example = "020-5550-0123" };

    public static readonly TableColumn UnitCode = TableColumn.Text("Unit code", Lengths.Code) with
    {
        Required = true, Aliases = ["Unit", "Department code", "School code", "单位编码", "部门编码", "学校编码"], Example = "TH-01", Help = "The code of the department, school or office where the person works.",
    };

    public static readonly TableColumn Subject = TableColumn.Text("Subject", Lengths.Name) with { Aliases = ["学科", "任教学科"], Example = "MATH", Help = "The subject taught: its code or its name. Leave it empty for other work." };

    public static readonly TableColumn GradeBand = TableColumn.Choice(
        "Grade band",
        new(nameof(Contracts.GradeBand.LowerPrimary), "Grades 1–2", "小学1—2年级", "Grades 1-2", "1-2", "1-2年级", "小学低段", "低段"),
        new(nameof(Contracts.GradeBand.MiddlePrimary), "Grades 3–4", "小学3—4年级", "Grades 3-4", "3-4", "3-4年级", "小学中段", "中段"),
        new(nameof(Contracts.GradeBand.UpperPrimary), "Grades 5–6", "小学5—6年级", "Grades 5-6", "5-6", "5-6年级", "小学高段", "高段"),
        new(nameof(Contracts.GradeBand.JuniorSecondary), "Grades 7–9", "初中", "Grades 7-9", "7-9", "7-9年级"),
        new(nameof(Contracts.GradeBand.SeniorSecondary), "Grades 10–12", "高中", "Grades 10-12", "10-12")) with
    {
        Aliases = ["Grades", "学段", "任教学段"], Example = "Grades 3–4",
    };

    public static readonly TableColumn Load = TableColumn.Choice(
        "Load", new(nameof(EmploymentLoad.FullTime), "Full time", "专任", "专职", "Full-time"), new(nameof(EmploymentLoad.PartTime), "Part time", "兼任", "兼职", "Part-time")) with
    {
        Aliases = ["任教形式", "专兼职"], Example = "Full time", Help = "How much of a post the person holds in the subject; full time where nothing is entered.",
    };

    public static readonly TableColumn Title = TableColumn.Text("Title", Lengths.Name) with { Aliases = ["Post", "Position", "职务", "岗位"], Example = "班主任", Help = "The post, as the institute calls it." };

    public static readonly TableColumn EmployedFrom = TableColumn.Date("Employed from") with
    {
        Aliases = ["From", "入职日期", "任职起始日期", "任职开始"], Help = "For somebody who moves, the first day in the new unit: the work before ends the day before. Today where nothing is entered.",
    };

    public static readonly TableColumn EmployedTo = TableColumn.Date("Employed to") with { Aliases = ["To", "离职日期", "任职结束日期", "任职结束"], Help = "The last day; empty while nobody has set one." };

    public static readonly TableColumn BackboneLevel = TableColumn.Choice(
        "Backbone level",
        new(nameof(Contracts.BackboneLevel.County), "County level", "县级", "区级", "区县级", "County"),
        new(nameof(Contracts.BackboneLevel.City), "City level", "市级", "City"),
        new(nameof(Contracts.BackboneLevel.Province), "Province level", "省级", "Province")) with
    {
        Aliases = ["骨干级别", "骨干教师级别"], Example = "City level", Help = "The highest appraisal that holds. Empty ends the appraisals that are stored.",
    };

    public static readonly TableColumn BackboneCategory = TableColumn.Choice(
        "Backbone category",
        new(nameof(Contracts.BackboneCategory.KeyTeacher), "Key teacher", "骨干教师", "教学骨干"),
        new(nameof(Contracts.BackboneCategory.SubjectLeader), "Subject leader", "学科带头人", "带头人"),
        new(nameof(Contracts.BackboneCategory.TeachingExpert), "Teaching expert", "教学名师", "名师", "教学专家")) with
    {
        Aliases = ["骨干类别", "骨干教师类别"], Example = "Subject leader",
    };

    public static readonly TableColumn AppraisedSince = TableColumn.Date("Appraised since") with { Aliases = ["评定日期", "认定日期"], Help = "Today where nothing is entered for a new appraisal." };

    public static readonly TableColumn TutorPosition = TableColumn.Choice(
        "Tutor position",
        new(nameof(Contracts.TutorPosition.Section), "Subject section", "学科教研室", "Section", "教研室"),
        new(nameof(Contracts.TutorPosition.GroupLeader), "Tutor-group leader", "导师组长", "Group leader", "组长"),
        new(nameof(Contracts.TutorPosition.Tutor), "Tutor", "导师")) with
    {
        Aliases = ["导师职务", "导师身份"], Example = "Tutor", Help = "The place in the tutor network of a subject. Empty ends the place that is stored.",
    };

    public static readonly TableColumn TutorSubject = TableColumn.Text("Tutor subject", Lengths.Name) with { Aliases = ["导师学科"], Example = "MATH", Help = "The subject of the network: its code or its name; the subject taught where nothing is entered." };

    public static readonly TableColumn TutorGroup = TableColumn.Text("Tutor group", Lengths.Name) with { Aliases = ["导师组"], Example = "天河导师组" };

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        StaffNumber, FamilyName, GivenName, LatinName, Gender, BirthYear, Email, Phone, UnitCode, Subject, GradeBand, Load, Title, EmployedFrom, EmployedTo,
        BackboneLevel, BackboneCategory, AppraisedSince, TutorPosition, TutorSubject, TutorGroup,
    ];

    /// <summary>For those who may not see contact data.</summary>
    public static IReadOnlyList<TableColumn> WithoutContact { get; } = [.. All.Where(c => c != Email && c != Phone)];

    /// <summary>The column beside which a broken rule is shown.</summary>
    public static TableColumn Of(Rule rule) => rule.Field switch
    {
        "To" => EmployedTo,
        "UnitId" => UnitCode,
        "SubjectId" => TutorSubject,
        _ => StaffNumber,
    };
}

/// <summary>What an import says about a row of a person; each is the key of its translations.</summary>
internal static class PersonImportTexts
{
    public const string DoubledNumber = "Row {0} has the same staff number. Give each person their own, or delete one of the rows.";
    public const string DoubledEmail = "Row {0} has the same e-mail address. Each person needs an address of their own.";
    public const string EmailTaken = "Another person has this e-mail address. Each person needs an address of their own.";
    public const string BirthYear = "Enter the year of birth with four digits, for example 1985.";
    public const string UnknownUnit = "There is no unit with the code {0}. Correct the code, or import the units first.";
    public const string UnknownSubject = "There is no subject {0}. Use one of these: {1}.";
    public const string UnitOutOfReach = "You may not add or change people in this unit. Delete the row, or ask somebody who may.";
    public const string PersonOutOfReach = "The person with this number works where you may not change people. Delete the row, or ask somebody who may.";
    public const string HasLeft = "The person with this number has left the institute. Bring them back on their page first, or delete the row.";
    public const string LevelAndCategory = "Enter both the backbone level and the backbone category, or neither.";
}
