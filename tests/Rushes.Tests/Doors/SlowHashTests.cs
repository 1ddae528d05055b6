using Rushes.Engine.Doors;

namespace Rushes.Tests.Doors;

public sealed class SlowHashTests
{
    [Fact]
    public void It_fits_its_own_password_alone_and_never_looks_the_same_twice()
    {
        var hash = SlowHash.Of("mật khẩu dài");
        Assert.True(SlowHash.Fits(hash, "mật khẩu dài"));
        Assert.False(SlowHash.Fits(hash, "mật khẩu dai"));
        Assert.NotEqual(hash, SlowHash.Of("mật khẩu dài"));
        Assert.DoesNotContain("mật", hash, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("md5$1$YQ==$YQ==")]
    public void What_is_no_hash_fits_nothing(string hash) => Assert.False(SlowHash.Fits(hash, ""));
}
