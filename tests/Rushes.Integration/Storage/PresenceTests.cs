using Rushes.Storage.Home;

namespace Rushes.Integration.Storage;

public sealed class PresenceTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("rushes-presence-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void A_process_is_present_until_it_ends()
    {
        using var me = new Presence(_home.FullName, TimeProvider.System);
        var you = new Presence(_home.FullName, TimeProvider.System);
        Assert.NotEqual(me.Name, you.Name);
        Assert.False(me.IsGone(you.Name));
        Assert.False(you.IsGone(me.Name));
        Assert.False(me.IsGone(me.Name));

        you.Dispose();
        Assert.True(me.IsGone(you.Name));
        Assert.False(me.IsGone(me.Name));
    }

    [Fact]
    public void What_a_killed_process_left_is_found_abandoned_and_cleared_away()
    {
        using var me = new Presence(_home.FullName, TimeProvider.System);
        File.WriteAllText(Path.Combine(_home.FullName, "killed.here"), "");
        Assert.True(me.IsGone("killed"));
        Assert.Single(_home.EnumerateFiles());
        Assert.True(me.IsGone("never was"));
    }

    [Fact]
    public void What_nobody_ever_asks_about_is_cleared_away_after_a_while()
    {
        using var longLived = new Presence(_home.FullName, TimeProvider.System);
        File.WriteAllText(Path.Combine(_home.FullName, "fresh.here"), "");
        File.WriteAllText(Path.Combine(_home.FullName, "forgotten.here"), "");
        foreach (var name in (string[])["forgotten", longLived.Name])
            File.SetLastWriteTimeUtc(Path.Combine(_home.FullName, name + ".here"), DateTime.UnixEpoch);
        using var me = new Presence(_home.FullName, TimeProvider.System);
        Assert.Equal(
            new[] { "fresh", longLived.Name, me.Name }.Order(StringComparer.Ordinal),
            _home.EnumerateFiles().Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal));
    }
}
