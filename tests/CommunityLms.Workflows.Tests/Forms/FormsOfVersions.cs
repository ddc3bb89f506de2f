using System.IO.Compression;
using System.Text;
using CommunityLms.Kernel.Domain;
using CommunityLms.Testing;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Tests.Hosting;
using CommunityLms.Workflows.Transfer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Forms;

/// <summary>Forms are published with their workflow, and travel with it.</summary>
public abstract class FormsOfVersions<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string Xml = "\uFEFF<?xml version=\"1.0\"?>\r\n<!-- kept -->\r\n";
    private static readonly string s_form = ASchema.Of("""{"type":"textfield","key":"a","label":"甲"}""");
    private static readonly string s_drawing = Xml.TrimEnd() + Drawing.ChainIn("lms:form=\"ask\"", "", "userTask id=\"a\" lms:role=\"member\" lms:form=\"opinion\"");

    [Fact]
    public async Task Publish_WhenAFormIsGone_NamesIt()
    {
        var id = await Create();
        (await Refused<PublishDefinition>(People.Admin, p => p.Handle(id, null, Cancel))).ShouldBe(DefinitionRules.HasErrors);
        await Add(id, "ask", s_form);
        await Add(id, "opinion", s_form);
        await Do<PublishDefinition>(People.Admin, p => p.Handle(id, null, Cancel));
    }

    [Fact]
    public async Task Publish_WhenAFormCanNotBeCarriedOut_IsRefused()
    {
        var id = await Create();
        await Add(id, "ask", s_form);
        await Add(id, "opinion", ASchema.Of("""{"type":"iframe","label":"Window"}"""));
        var refused = await Host.As(People.Admin, services => Should.ThrowAsync<RuleBroken>(() => services.GetRequiredService<PublishDefinition>().Handle(id, null, Cancel)));
        refused.Message.ShouldContain("Window");
    }

    [Fact]
    public async Task Form_WhenChangedAfterPublishing_StaysWithItsVersion()
    {
        var id = await Create();
        await Add(id, "ask", s_form);
        var form = await Add(id, "opinion", s_form);
        await Do<PublishDefinition>(People.Admin, p => p.Handle(id, null, Cancel));
        var version = (await Host.Stored(db => db.Definitions.SingleAsync(d => d.Id == id))).CurrentVersionId!.Value;
        await Do<EditForms>(People.Admin, f => f.Delete(id, form, Cancel));

        (await Host.As(People.Teacher, services => services.GetRequiredService<FormStore>().Of(version, "opinion", Cancel))).ShouldNotBeNull().Elements.Count.ShouldBe(1);
        (await Host.As(People.Teacher, services => services.GetRequiredService<FormStore>().Of(version, "gone", Cancel))).ShouldBeNull();
        (await Host.As(People.Admin, services => services.GetRequiredService<DefinitionQueries>().All(archived: false, Cancel))).Single(d => d.Id == id).IsDraftNewer.ShouldBeTrue();
    }

    [Fact]
    public async Task Forms_OfAnotherInstitute_DoNotExist()
    {
        var id = await Create();
        var form = await Add(id, "ask", s_form);
        await Host.As(People.SecondAdmin, services => Should.ThrowAsync<RecordMissing>(() => services.GetRequiredService<EditForms>().Find(id, form, Cancel)), second: true);
    }

    [Fact]
    public async Task Save_WhenSomebodyElseSavedMeanwhile_IsTold()
    {
        var id = await Create();
        var form = await Add(id, "ask", s_form);
        await Host.As(People.Admin, services => Should.ThrowAsync<ChangedMeanwhile>(() => services.GetRequiredService<EditForms>().Save(id, form, "Ask", s_form, Guid.CreateVersion7(), Cancel)));
    }

    [Fact]
    public async Task Workflow_TakenAndBrought_IsTheSameToTheByte()
    {
        var id = await Create();
        await Add(id, "ask", s_form);
        var (key, content) = await Host.As(People.Admin, services => services.GetRequiredService<TakeDefinition>().Handle(id, Cancel));
        await using (var zip = new ZipArchive(new MemoryStream(content)))
        await using (var drawing = await zip.GetEntry("process.bpmn")!.OpenAsync(Cancel))
        {
            using var bytes = new MemoryStream();
            await drawing.CopyToAsync(bytes, Cancel);
            bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes(s_drawing));
        }
        (await Bring(content)).ShouldBe(DefinitionRules.KeyTaken);
        var brought = await Host.As(People.Admin, services => services.GetRequiredService<BringDefinition>().Handle(new MemoryStream(content), key[..20] + "-copy", Cancel));
        (await Host.Stored(db => db.Definitions.SingleAsync(d => d.Id == brought))).Draft.ShouldBe(s_drawing);
        (await Host.Stored(db => db.Forms.SingleAsync(f => f.DefinitionId == brought))).ShouldSatisfyAllConditions(f => f.Key.ShouldBe("ask"), f => f.Schema.ShouldBe(s_form));
    }

    [Fact]
    public async Task File_ThatIsNoSuchFile_IsRefused()
    {
        (await Bring("not a zip"u8.ToArray())).ShouldBe(FileRules.Damaged);
        (await Bring(new byte[FileRules.MostBytes + 1])).ShouldBe(FileRules.TooLarge);
        (await Bring(Zip(("manifest.json", "{}")))).ShouldBe(FileRules.Incomplete);
        (await Bring(Zip(("manifest.json", "{"), ("process.bpmn", s_drawing)))).ShouldBe(FileRules.Damaged);
        (await Bring(Zip(Manifest(2), ("process.bpmn", s_drawing)))).ShouldBe(FileRules.Newer);
        (await Bring(Zip(Manifest(1), ("process.bpmn", s_drawing)))).ShouldBe(FileRules.FormMissing);
        (await Bring(Zip(Manifest(1), ("process.bpmn", "<a>"), ("forms/ask.json", s_form)))).ShouldBe(DefinitionRules.CantBeRead);
        (await Bring(Zip(Manifest(1), ("process.bpmn", s_drawing), ("forms/ask.json", "[]")))).Message.ShouldBe(FormRules.CantBeRead.Message);
    }

    [Theory]
    [InlineData("../process.bpmn")]
    [InlineData("forms/../../a.json")]
    [InlineData("forms/.json")]
    [InlineData("C:\\a.json")]
    [InlineData("manifest.json")]
    [InlineData("readme.txt")]
    public async Task File_WhenItHoldsSomethingElse_IsRefused(string name) =>
        (await Bring(Zip(Manifest(1), ("process.bpmn", s_drawing), ("forms/ask.json", s_form), (name, "x")))).ShouldBe(FileRules.Foreign);

    [Fact]
    public async Task File_WhenItIsABomb_IsRefused() =>
        (await Bring(Zip(Manifest(1), ("process.bpmn", s_drawing), ("forms/ask.json", new string(' ', 5_000_000))))).ShouldBe(FileRules.UnpacksTooLarge);

    private static (string, string) Manifest(int format) => ("manifest.json", $$"""{"format":{{format}},"key":"brought","name":"Brought","forms":[{"key":"ask","name":"Ask"}]}""");

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    private Task<Rule> Bring(byte[] content) => Refused<BringDefinition>(People.Admin, b => b.Handle(new MemoryStream(content), null, Cancel));

    private Task<Guid> Create() => Host.As(People.Admin, services => services.GetRequiredService<EditDefinition>().Create($"with-forms-{Guid.CreateVersion7():N}", "With forms", s_drawing, Cancel));

    private Task<Guid> Add(Guid definition, string key, string schema) => Host.As(People.Admin, async services =>
    {
        var forms = services.GetRequiredService<EditForms>();
        var id = await forms.Add(definition, key, key, Cancel);
        await forms.Save(definition, id, key, schema, (await forms.Find(definition, id, Cancel)).Form.ConcurrencyStamp, Cancel);
        return id;
    });
}

[Collection(OnSqlite.Name)]
public sealed class FormsOfVersionsOnSqlite(WorkflowHost<SqliteDatabase> host) : FormsOfVersions<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class FormsOfVersionsOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : FormsOfVersions<PostgreSqlDatabase>(host);
