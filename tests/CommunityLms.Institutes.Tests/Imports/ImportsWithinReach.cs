using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>Who may import, and see what others imported.</summary>
public sealed class ImportsWithinReach(ImportWorld world) : OnImports(world)
{
    [Fact]
    public async Task Run_WhenOfAnotherInstitute_IsMissing()
    {
        var run = await Institute.Check("people", Heading, Row(1));
        var other = await TestInstitute.Found(World);

        await Should.ThrowAsync<RecordMissing>(() => other.Find(run.Id));
        await Should.ThrowAsync<RecordMissing>(() => other.Apply(run.Id));
        await Should.ThrowAsync<RecordMissing>(() => other.Undo(run.Id));
        await Should.ThrowAsync<RecordMissing>(() => Institute.Find(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Run_WhenBroughtByAnother_IsSeenByThoseWhoReachEverybody()
    {
        var (ours, theirs) = (await Institute.Check("people", TestInstitute.Csv(Heading, Row(1, unit: "TH-1")), Institute.Officer), await Institute.Check("people", Heading, Row(1)));

        (await Institute.Find(ours.Id)).Id.ShouldBe(ours.Id);
        await Should.ThrowAsync<RecordMissing>(() => Institute.Find(theirs.Id, Institute.Officer));
    }

    [Fact]
    public async Task Importer_WhenThePersonMayNotImport_IsRefused()
    {
        var nobody = new Actor(Guid.CreateVersion7(), "Nobody", Guid.CreateVersion7());

        await Should.ThrowAsync<AccessDenied>(() => Institute.Do(nobody, imports => imports.Importer("people", CancellationToken.None)));
        await Should.ThrowAsync<RecordMissing>(() => Institute.Do(by: null, imports => imports.Importer("everything", CancellationToken.None)));
    }
}
