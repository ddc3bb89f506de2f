using AutoMapper;
using AutoMapper.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Architecture.Tests.Host;

/// <summary>A column that a resource names and no entity has is found here, not by whoever calls the API (docs/adr/0006).</summary>
[Collection(OnTheRunningHost.Name)]
public sealed class Mappings(RunningHost host)
{
    [Fact]
    public void Mappings_OfAllModules_FillEveryMember()
    {
        var mapper = host.Services.GetRequiredService<IMapper>();
        mapper.ConfigurationProvider.Internal().GetAllTypeMaps().ShouldNotBeEmpty();
        mapper.ConfigurationProvider.AssertConfigurationIsValid();
    }
}
