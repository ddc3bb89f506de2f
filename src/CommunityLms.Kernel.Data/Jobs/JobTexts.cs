using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>A job's texts in the reader's language, as the module that brings the job translates them.</summary>
internal sealed class JobTexts(Translations translations, JobTypes types) : ISingletonDependency
{
    public string Title(JobRecord job) => Of(job)[job.Title].Value;

    public string? Doing(JobRecord job) => job.Doing is { } doing ? Of(job)[doing].Value : null;

    public string? Error(JobRecord job) => job switch
    {
        { Error: null } => null,
        { ErrorArgs: { } args } => Of(job)[job.Error, JobFailure.ArgsOf(args)].Value,
        _ => Of(job)[job.Error].Value,
    };

    public IStringLocalizer Of(Type job) => translations.For(job.Assembly);

    private IStringLocalizer Of(JobRecord job) => Of(types.Find(job.JobType) ?? typeof(JobTexts));
}
