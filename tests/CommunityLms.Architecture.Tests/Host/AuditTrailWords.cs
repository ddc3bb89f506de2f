using CommunityLms.Architecture.Tests.Sources;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Web.Areas.Administration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Architecture.Tests.Host;

/// <summary>What the audit trail shows of each record: words in both languages, and no secret.</summary>
[Collection(OnTheRunningHost.Name)]
public sealed class AuditTrailWords(RunningHost host)
{
    [Fact]
    public void Property_WhenItIsAudited_HasAWordInChinese() =>
        Written().Select(p => RecordWords.Of(p.Name)).Where(word => !Translations.IsAnywhere(word)).Distinct().ShouldBeEmpty();

    [Fact]
    public void Secret_InAnyRecord_IsNotWritten()
    {
        string[] secrets = ["Password", "SecurityStamp", "ConcurrencyStamp", "Secret", "TokenHash", "KeyHash"];
        Written().ShouldContain(p => p.Name == "LockoutEnd", "accounts are looked at");
        Written().Where(p => secrets.Any(s => p.Name.Contains(s, StringComparison.OrdinalIgnoreCase))).Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").ShouldBeEmpty();
    }

    private List<IReadOnlyProperty> Written()
    {
        using var scope = host.Services.CreateScope();
        return [.. from context in host.Services.GetServices<ModuleContext>()
            let model = ((DbContext)scope.ServiceProvider.GetRequiredService(context.Type)).Model
            from record in model.GetEntityTypes()
            where Audited.Writes(record)
            from property in record.GetProperties()
            where Audited.Writes(property)
            select property];
    }
}
