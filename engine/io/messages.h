#pragma once

#include <array>
#include <cerrno>

#include "engine/io/file.h"
#include "plumbline/message.h"

/// What the file system refuses: P40xx.
namespace plumbline::io::words {

inline constexpr Form kNothingThere =
    form(kMissing, "no such file or folder; check the path", "找不到这个文件或文件夹，请核对路径");
inline constexpr Form kNotBelow = form(kMissing, "is not in the folder", "不在所给的文件夹中");
inline constexpr Form kFolder = form(kIsFolder, "is a folder, not a file", "这是文件夹，不是文件");
inline constexpr Form kNameAFile =
    form(kIsFolder, "is a folder; name a file", "这是文件夹，请写文件名");
inline constexpr Form kNoLeave = form(kNoPermission, "no permission to read it", "没有权限");
inline constexpr Form kNoLeaveToWrite =
    form(kNoPermission, "cannot be written: {0}", "没有写入的权限（{0}）");
inline constexpr Form kFolderNoLeave =
    form(kNoPermission, "folder cannot be read: {0}", "没有读取这个文件夹的权限（{0}）");
inline constexpr Form kSpecial = form(kNotRegular, "is a pipe, socket or device, not a file",
                                      "是管道、套接字或设备，不是普通文件");
inline constexpr Form kLarge =
    form(kTooLarge, "is larger than {0}; split it", "文件超过{0}，未读取；请拆分后再查");
inline constexpr Form kMoved =
    form(kChanged, "changed while it was read; try again when nothing writes to it",
         "读取时文件正在变动，请等写入结束后再查");
inline constexpr Form kUnread = form(kReadFailed, "cannot be read: {0}", "读取失败（{0}）");
inline constexpr Form kNoMemory =
    form(kReadFailed, "not enough memory to read it", "读取失败：内存不足");
inline constexpr Form kFolderUnread =
    form(kReadFailed, "folder cannot be read: {0}", "文件夹读取失败（{0}）");
inline constexpr Form kUnwritten =
    form(kWriteFailed, "cannot be written: {0}; the old file is unchanged",
         "写入失败，原文件未改动（{0}）");
inline constexpr Form kFolderMissing =
    form(kNoFolder, "its folder {0} does not exist", "所在的文件夹 {0} 不存在，请先建好");

/// What the system says of an errno; in Chinese for those that people meet.
struct SystemFault {
  int error;
  Form form;
};
inline constexpr std::array<SystemFault, 12> kSystemFaults = {{
    {EACCES, form("", "Permission denied", "没有权限")},
    {EPERM, form("", "Operation not permitted", "不允许这样做")},
    {EROFS, form("", "Read-only file system", "所在的磁盘只能读")},
    {ENOSPC, form("", "No space left on device", "磁盘已满")},
    {EDQUOT, form("", "Disk quota exceeded", "磁盘配额已用完")},
    {EIO, form("", "Input/output error", "磁盘读写出错")},
    {EISDIR, form("", "Is a directory", "这是文件夹")},
    {ENOTDIR, form("", "Not a directory", "路径中有一段不是文件夹")},
    {ENOENT, form("", "No such file or directory", "没有这个文件或文件夹")},
    {ENAMETOOLONG, form("", "File name too long", "名称太长")},
    {EMFILE, form("", "Too many open files", "打开的文件太多")},
    {ETXTBSY, form("", "Text file busy", "文件正在使用")},
}};

}  // namespace plumbline::io::words
