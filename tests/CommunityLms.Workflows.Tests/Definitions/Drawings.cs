using System.Text;
using System.Text.RegularExpressions;
using CommunityLms.Kernel.Domain;
using CommunityLms.Testing;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Sample;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Definitions;

/// <summary>Drafts, versions and files.</summary>
public abstract class Drawings<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task File_WhenBroughtAndTaken_IsUnchanged()
    {
        // Its forms travel in another way (the whole workflow as one file), and without them it couldn't be published.
        var xml = "\uFEFF" + Regex.Replace(WorkflowsSample.Drawing(), " lms:form=\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(2)).Replace("<bpmn:documentation>", "<bpmn:extensionElements><other:thing xmlns:other=\"urn:other\" a='1'  b=\"2\"/></bpmn:extensionElements><bpmn:documentation>", StringComparison.Ordinal);
        var id = await Host.As(People.Admin, async services =>
        {
            var edit = services.GetRequiredService<EditDefinition>();
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(xml));
            return await edit.Create("foreign-parts", "Foreign parts", await edit.Read(file, Cancel), Cancel);
        });
        await Do<PublishDefinition>(People.Admin, p => p.Handle(id, "first", Cancel));

        (await Host.As(People.Admin, s => s.GetRequiredService<DefinitionQueries>().Xml(id, null, Cancel))).ShouldBe(xml);
        (await Host.As(People.Admin, s => s.GetRequiredService<DefinitionQueries>().Xml(id, 1, Cancel))).ShouldBe(xml);
    }

    [Theory]
    [InlineData("no xml at all")]
    [InlineData("<html><body>hello</body></html>")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\" name=\"&x;\"/></definitions>")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\" name=\"&c;\"/></definitions>")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" />")]
    public async Task File_WhenItIsNoDrawing_IsRefusedWithWhatIsWrong(string text)
    {
        var refusal = await Refusal(text);
        refusal.Rule.ShouldBe(DefinitionRules.CantBeRead);
        refusal.Args[0].ShouldBeOfType<string>().Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task File_WhenItIsTooLarge_IsRefusedBeforeItIsRead()
    {
        using var file = new MemoryStream(new byte[DefinitionRules.LargestFile + 1]);
        (await Refused<EditDefinition>(People.Admin, e => e.Read(file, Cancel))).ShouldBe(DefinitionRules.FileFits);
    }

    [Fact]
    public async Task File_WhenItIsInAnotherEncoding_IsRefused()
    {
        using var file = new MemoryStream(Encoding.Unicode.GetBytes(WorkflowsSample.Drawing()));
        (await Refused<EditDefinition>(People.Admin, e => e.Read(file, Cancel))).ShouldBe(DefinitionRules.NotUtf8);
    }

    [Theory]
    [InlineData("serviceTask id=\"a\" lms:activity=\"nobody.does\"", "nobody.does")]
    [InlineData("userTask id=\"a\" lms:role=\"emperor\"", "emperor")]
    [InlineData("userTask id=\"a\" lms:person=\"=1 +\"", "1 +")]
    [InlineData("userTask id=\"a\" lms:doerOf=\"b\"", "task b")]
    [InlineData("intermediateCatchEvent id=\"a\"><timerEventDefinition><timeDate>9999-12-31T00:00:00Z</timeDate></timerEventDefinition>", "9999-12-31")]
    [InlineData("scriptTask id=\"a\"><script>1 + + 2</script>", "1 + + 2")]
    public async Task Publish_WhenSomethingCantBeCarriedOut_NamesIt(string element, string named)
    {
        var refusal = await PublishRefusal(Drawing.Chain(element));
        refusal.Rule.ShouldBe(DefinitionRules.HasErrors);
        refusal.Args[0].ShouldBeOfType<string>().ShouldContain(named);
    }

    [Fact]
    public async Task Publish_WhenNothingStartsOrIsReached_NamesBoth()
    {
        var refusal = await PublishRefusal(Drawing.Process("", "", "<endEvent id=\"end\" /><userTask id=\"lost\" name=\"Lost\" /><sequenceFlow id=\"f\" sourceRef=\"lost\" targetRef=\"lost\" />"));
        refusal.Args[0].ShouldBeOfType<string>().ShouldSatisfyAllConditions(w => w.ShouldContain("start event"), w => w.ShouldContain("Lost"));
    }

    [Fact]
    public async Task Case_WhenANewVersionIsPublished_StaysOnItsOwn()
    {
        var key = await Publish(Drawing.Chain("userTask id=\"old\""));
        var running = await Start(key);
        await Do<EditDefinition>(People.Admin, async edit => await edit.SaveDraft(await IdOf(key), "Renamed", Drawing.Chain("userTask id=\"new\""), null, Cancel));
        (await Host.As(People.Admin, async s => await s.GetRequiredService<PublishDefinition>().Handle(await IdOf(key), "another", Cancel))).ShouldBe(2);

        var later = await Start(key);
        await Task(later, "new");
        await Complete(People.Teacher, (await Task(running, "old")).Id);
        (await Ended(running)).Version.ShouldBe(1);
        var view = await Host.As(People.Admin, async s => await s.GetRequiredService<DefinitionQueries>().Find(await IdOf(key), Cancel));
        view.Versions.Select(v => (v.Number, v.Note, v.RunningCases)).ShouldBe([(2, "another", 1), (1, null, 0)]);
    }

    [Fact]
    public async Task Publish_WhenAnEarlierVersionBeganByTheClock_EndsThat()
    {
        var timed = Drawing.Process("", "", "<startEvent id=\"start\"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></startEvent><endEvent id=\"end\" /><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"end\" />");
        var key = await Publish(timed);
        var id = await IdOf(key);
        (await Starts(id)).ShouldBe(1);
        await Do<EditDefinition>(People.Admin, edit => edit.SaveDraft(id, "Renamed", Drawing.Chain("userTask id=\"a\""), null, Cancel));
        await Do<PublishDefinition>(People.Admin, p => p.Handle(id, null, Cancel));
        (await Starts(id)).ShouldBe(0);
    }

    [Fact]
    public async Task Draft_WhenSomebodyElseDrewMeanwhile_IsToldSo()
    {
        var id = await IdOf(await Publish(Drawing.Chain("userTask id=\"a\"")));
        var seen = await Host.Stored(db => db.Definitions.Where(d => d.Id == id).Select(d => d.ConcurrencyStamp).SingleAsync());
        await Do<EditDefinition>(People.Admin, edit => edit.SaveDraft(id, "First", Drawing.Chain("userTask id=\"b\""), seen, Cancel));
        await Host.As(People.Admin, s => Should.ThrowAsync<ChangedMeanwhile>(() => s.GetRequiredService<EditDefinition>().SaveDraft(id, "Second", Drawing.Chain("userTask id=\"c\""), seen, Cancel)));
    }

    [Fact]
    public async Task ShortName_WhenTaken_IsRefused()
    {
        var key = await Publish(Drawing.Chain("userTask id=\"a\""));
        (await Refused<EditDefinition>(People.Admin, e => e.Create(key, "Another", Drawing.Chain("userTask id=\"a\""), Cancel))).ShouldBe(DefinitionRules.KeyTaken);
    }

    [Fact]
    public async Task Archived_WhenAskedFor_BeginsNothing()
    {
        var key = await Publish(Drawing.Chain("userTask id=\"a\""));
        await Do<EditDefinition>(People.Admin, async e => await e.Archive(await IdOf(key), Cancel));
        await Should.ThrowAsync<RecordMissing>(() => Start(key));
        await Do<EditDefinition>(People.Admin, async e => await e.Restore(await IdOf(key), Cancel));
        await Task(await Start(key), "a");
    }

    [Fact]
    public async Task Definition_OfAnotherInstitute_IsntThere()
    {
        var id = await IdOf(await Publish(Drawing.Chain("userTask id=\"a\"")));
        await Host.As(People.SecondAdmin, s => Should.ThrowAsync<RecordMissing>(() => s.GetRequiredService<DefinitionQueries>().Find(id, Cancel)), second: true);
        await Host.As(People.SecondAdmin, s => Should.ThrowAsync<RecordMissing>(() => s.GetRequiredService<PublishDefinition>().Handle(id, null, Cancel)), second: true);
    }

    [Fact]
    public async Task Drawing_ByWhoeverMayNot_IsRefused() =>
        await Host.As(People.Teacher, s => Should.ThrowAsync<AccessDenied>(() => s.GetRequiredService<EditDefinition>().Create("mine", "Mine", Drawing.Chain("userTask id=\"a\""), Cancel)));

    private Task<Guid> IdOf(string key) => Host.Stored(db => db.Definitions.Where(d => d.Key == key).Select(d => d.Id).SingleAsync());

    private Task<int> Starts(Guid definition) => Host.Stored(db => db.DueWork.CountAsync(w => w.Kind == DueKind.Start && db.StartPoints.Any(s => s.Id == w.OwnerId && s.DefinitionId == definition)));

    private Task<RuleBroken> Refusal(string text) => Host.As(People.Admin, async s =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Should.ThrowAsync<RuleBroken>(() => s.GetRequiredService<EditDefinition>().Read(file, Cancel));
    });

    private Task<RuleBroken> PublishRefusal(string xml) => Host.As(People.Admin, async s =>
    {
        var id = await s.GetRequiredService<EditDefinition>().Create($"refused-{Guid.CreateVersion7():N}", "Refused", xml, Cancel);
        return await Should.ThrowAsync<RuleBroken>(() => s.GetRequiredService<PublishDefinition>().Handle(id, null, Cancel));
    });
}

[Collection(OnSqlite.Name)]
public sealed class DrawingsOnSqlite(WorkflowHost<SqliteDatabase> host) : Drawings<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class DrawingsOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : Drawings<PostgreSqlDatabase>(host);
