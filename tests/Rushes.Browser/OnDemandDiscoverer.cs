using Xunit.Sdk;
using Xunit.v3;

namespace Rushes.Browser;

/// <summary>Finds what is done on demand, when there is a demand.</summary>
public sealed class OnDemandDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Environment.GetEnvironmentVariable(((OnDemandAttribute)factAttribute).Variable) is { Length: > 0 }
            ? base.Discover(discoveryOptions, testMethod, factAttribute)
            : new ValueTask<IReadOnlyCollection<IXunitTestCase>>([]);
}
