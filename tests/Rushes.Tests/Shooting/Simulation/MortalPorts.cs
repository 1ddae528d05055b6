using System.Reflection;

namespace Rushes.Tests.Shooting.Simulation;

public static class MortalPorts
{
    /// <summary>The port as a process with this life sees it.</summary>
    public static T As<T>(this T port, Life life)
        where T : class
    {
        var mortal = DispatchProxy.Create<T, Mortal<T>>();
        ((Mortal<T>)(object)mortal).Begin(port, life);
        return mortal;
    }
}
