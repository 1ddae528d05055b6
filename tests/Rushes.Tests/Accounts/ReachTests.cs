using System.Net;
using Rushes.Engine.Accounts;

namespace Rushes.Tests.Accounts;

public sealed class ReachTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.10")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("::ffff:192.168.0.10")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("2002:a00:1::")]
    public void It_knows_what_is_inside(string address) => Assert.True(Reach.IsInner(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void It_knows_what_is_outside(string address) => Assert.False(Reach.IsInner(IPAddress.Parse(address)));
}
