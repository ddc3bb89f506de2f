using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Seeding;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Sample;

/// <summary>Brings "a teacher's transfer to another school" into the first sample institute, with a case under way.</summary>
internal sealed class WorkflowsSample(WorkflowsDbContext db, IInstitutes institutes, IOrganisation organisation, IRoles roles, PublishDefinition publish, CaseRunner runner, CaseStarting starting,
    ICurrentTenant tenant, TimeProvider clock) : IDataSeedContributor
{
    public const string Key = "teacher-transfer";
    private const int DaysAhead = 60;

    private static readonly (string Key, string Name)[] s_forms = [("request", "调动申请"), ("present", "现任学校意见"), ("receiving", "接收学校意见"), ("district", "区县意见"), ("result", "未通过的理由")];

    public async Task Seed(bool sample, CancellationToken cancel)
    {
        if (!sample || (await institutes.All(cancel)) is not [var first, ..])
            return;
        using var _ = tenant.Change(first);
        if (await db.Definitions.AnyAsync(cancel))
            return;
        var definition = new Definition(Key, "教师调动", Drawing());
        db.Add(definition);
        db.AddRange(s_forms.Select(f => new DefinitionForm(definition.Id, f.Key, f.Name, Text($"{Key}.{f.Key}.json"))));
        await db.SaveChangesAsync(cancel);
        await runner.Commit(() => publish.Publish(definition.Id, note: null, cancel), cancel);
        await Ask(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>The drawing as administrators would export it.</summary>
    public static string Drawing() => Text($"{Key}.bpmn");

    private static string Text(string name)
    {
        using var file = new StreamReader(typeof(WorkflowsSample).Assembly.GetManifestResourceStream($"Sample/{name}")!);
        return file.ReadToEnd();
    }

    /// <summary>Somebody of a school that has its own officer would like to teach at the next school of the district.</summary>
    private async Task Ask(CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        foreach (var school in tree.All.Where(u => u is { Kind: UnitKind.School, ParentId: not null }).OrderBy(u => u.Code, StringComparer.Ordinal))
        {
            var teacher = (await roles.Holders(UsualRoles.SchoolOfficer, school.Id, cancel))?.UnitId == school.Id ? (await roles.Holders(UsualRoles.Member, school.Id, cancel))?.People[0] : null;
            var other = tree.ChildrenOf(school.ParentId!.Value).FirstOrDefault(u => u.Kind == UnitKind.School && u.Id != school.Id);
            if (teacher is null || other is null)
                continue;
            var answers = new JsonObject
            {
                ["teacher"] = teacher.Id.ToString(),
                ["fromUnit"] = school.Id.ToString(),
                ["toUnit"] = other.Id.ToString(),
                ["startsOn"] = clock.Today().AddDays(DaysAhead).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["reason"] = "family",
                ["why"] = "离家较近，便于照顾老人。",
            };
            await starting.Start(new(Key, school.Id, "教师调动", answers), new(teacher.Name.Written, teacher.Id), cancel);
            return;
        }
    }
}
