using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Rushes.Browser;

/// <summary>Work that is done on demand and is no test of the others: it exists only while a variable of the environment has a value.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(OnDemandDiscoverer))]
public sealed class OnDemandAttribute(string variable, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber)
{
    public string Variable => variable;
}
