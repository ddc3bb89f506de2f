using CommunityLms.Institutes;
using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Mentoring;
using CommunityLms.Workflows;

var builder = WebApplication.CreateBuilder(args);
builder.AddLms(typeof(InstitutesModule), typeof(WorkflowsModule), typeof(MentoringModule));
var app = builder.Build();
await app.UseLmsAsync();
await app.RunAsync();

/// <summary>The host, named so that tests can start it.</summary>
public partial class Program;
