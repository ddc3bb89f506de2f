using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Forms.Schema;
using CommunityLms.Workflows.Sample;

namespace CommunityLms.Workflows.Tests.Forms;

/// <summary>What the form-js editor writes becomes a form; what can't be carried out is named.</summary>
public sealed class ReadingASchema
{
    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"components":{}}""")]
    public void Schema_WhenItIsNoForm_IsRefused(string schema)
    {
        var read = FormReader.Read(schema, "Form");
        read.Form.ShouldBeNull();
        read.Problems.ShouldHaveSingleItem().Severity.ShouldBe(ProblemSeverity.Error);
    }

    [Fact]
    public void Schema_WhenItIsTooLarge_IsRefused() => FormReader.Read(new string(' ', FormReader.MostLetters + 1), "Form").Form.ShouldBeNull();

    [Fact]
    public void Schema_WhenItNestsTooDeeply_IsRefused() =>
        FormReader.Read(string.Concat(Enumerable.Repeat("""{"components":[""", 100)) + string.Concat(Enumerable.Repeat("]}", 100)), "Form").Form.ShouldBeNull();

    [Fact]
    public void Schema_WithMorePartsThanMayBe_SaysSoOnce() =>
        FormReader.Read(ASchema.Of([.. Enumerable.Repeat("""{"type":"spacer"}""", 400)]), "Form").Problems.ShouldHaveSingleItem().Arguments.ShouldContain("300");

    [Theory]
    [InlineData("table")]
    [InlineData("iframe")]
    [InlineData("image")]
    [InlineData("documentPreview")]
    [InlineData("something")]
    public void Part_WhenItIsOfAKindThatIsNotCarriedOut_IsNamed(string type)
    {
        var problem = ASchema.Problem($$"""{"type":"{{type}}","id":"p1","label":"Pupils"}""");
        problem.ElementId.ShouldBe("p1");
        problem.ToString().ShouldContain("Form › Pupils");
        problem.ToString().ShouldContain(type);
    }

    [Fact]
    public void Button_InAForm_IsLeftOut() => ASchema.Form("""{"type":"button","label":"Submit","action":"submit"}""").Elements.ShouldBeEmpty();

    [Theory]
    [InlineData("""{"type":"textfield","key":"a b"}""")]
    [InlineData("""{"type":"textfield","key":"1a"}""")]
    [InlineData("""{"type":"textfield"}""")]
    [InlineData("""{"type":"textfield","key":"starter"}""")]
    [InlineData("""{"type":"number","key":"n","conditional":{"hide":"=a +"}}""")]
    [InlineData("""{"type":"expression","key":"n"}""")]
    [InlineData("""{"type":"text","text":"{{#if a}}b{{/if}}"}""")]
    [InlineData("""{"type":"text","text":"{{a +}}"}""")]
    [InlineData("""{"type":"textfield","key":"a","validate":{"pattern":"(a)\\1"}}""")]
    [InlineData("""{"type":"textfield","key":"a","validate":{"pattern":"("}}""")]
    [InlineData("""{"type":"textfield","key":"a","properties":{"lms:pick":"school"}}""")]
    [InlineData("""{"type":"filepicker","key":"a","accept":".exe"}""")]
    [InlineData("""{"type":"select","key":"a","values":[]}""")]
    [InlineData("""{"type":"textfield","key":"a"},{"type":"number","key":"a"}""")]
    public void Part_WhenSomethingOfItCanNotBeCarriedOut_IsNamed(string component) => ASchema.Problem(component).Severity.ShouldBe(ProblemSeverity.Error);

    [Fact]
    public void Name_InAGroupOfItsOwnPath_MayRepeatOneOutside() =>
        ASchema.Form("""{"type":"textfield","key":"name"}""", """{"type":"dynamiclist","path":"guests","components":[{"type":"textfield","key":"name"}]}""").Elements.Count.ShouldBe(2);

    [Fact]
    public void Html_InAForm_IsReadAsWords() =>
        HtmlText.Of("<p>One <b>two</b></p><script>alert(1)</script><p>&lt;three&gt;</p>").ShouldBe("One two\n\n<three>");

    [Theory]
    [InlineData("request")]
    [InlineData("present")]
    [InlineData("receiving")]
    [InlineData("district")]
    [InlineData("result")]
    public void Form_OfTheSample_HasNoProblem(string key)
    {
        using var file = new StreamReader(typeof(WorkflowsSample).Assembly.GetManifestResourceStream($"Sample/{WorkflowsSample.Key}.{key}.json")!);
        FormReader.Read(file.ReadToEnd(), key).Problems.ShouldBeEmpty();
    }
}
