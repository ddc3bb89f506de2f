using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>A job's texts in the reader's language, as the module that brings the job translates them.</summary>
internal sealed class JobTexts(Translations translations, JobTypes types) : ISingletonDependency
{
    public string Title(JobRecord job) => Title(job.JobType, job.Title);

    /// <param name="jobType">The job's class, by its full name.</param>
    public string Title(string jobType, string title) => Of(jobType)[title].Value;

    public string? Doing(JobRecord job) => job.Doing is { } doing ? Of(job)[doing].Value : null;

    public string? Error(JobRecord job) => job switch
    {
        { Error: null } => null,
        { ErrorArgs: { } args } => Of(job)[job.Error, JobFailure.ArgsOf(args)].Value,
        _ => Of(job)[job.Error].Value,
    };

    public IStringLocalizer Of(Type job) => translations.For(job.Assembly);

    private IStringLocalizer Of(JobRecord job) => Of(job.JobType);

    private IStringLocalizer Of(string jobType) => Of(types.Find(jobType) ?? typeof(JobTexts));
}
