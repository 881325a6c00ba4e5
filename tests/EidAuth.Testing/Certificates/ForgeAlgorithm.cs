namespace EidAuth.Testing.Certificates;

/// <summary>AlgorithmIdentifiers of signatures.</summary>
public static class ForgeAlgorithm
{
    public static byte[] EcdsaSha1 => Der.Sequence(Der.Oid("1.2.840.10045.4.1"));

    public static byte[] EcdsaSha256 => Der.Sequence(Der.Oid("1.2.840.10045.4.3.2"));

    public static byte[] EcdsaSha384 => Der.Sequence(Der.Oid("1.2.840.10045.4.3.3"));

    public static byte[] EcdsaSha512 => Der.Sequence(Der.Oid("1.2.840.10045.4.3.4"));

    public static byte[] RsaMd5 => Der.Sequence(Der.Oid("1.2.840.113549.1.1.4"), Der.Null);

    public static byte[] RsaSha1 => Der.Sequence(Der.Oid("1.2.840.113549.1.1.5"), Der.Null);

    public static byte[] RsaSha256 => Der.Sequence(Der.Oid("1.2.840.113549.1.1.11"), Der.Null);

    public static byte[] RsaSha384 => Der.Sequence(Der.Oid("1.2.840.113549.1.1.12"), Der.Null);

    public static byte[] RsaPssWithoutParameters => Der.Sequence(Der.Oid("1.2.840.113549.1.1.10"));
}
