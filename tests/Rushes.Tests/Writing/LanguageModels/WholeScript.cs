using Rushes.Film.Scripts;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>What every script must be, whoever wrote it.</summary>
internal static class WholeScript
{
    public static void Check(Script script, double seconds = 32)
    {
        Assert.Equal(seconds, script.Duration, 6);
        Assert.All(script.Scenes, scene => Assert.False(string.IsNullOrWhiteSpace(scene.Prompt)));
        Assert.Equal(ScriptJson.Write(script), ScriptJson.Write(ScriptJson.Read(ScriptJson.Write(script), "script.json")));
    }
}
